import { useState } from "react";
import type { CompanyCluster } from "../../shared/api/api.ts";
import { ask } from "../api/client.ts";
import { useAttempt } from "../ui/useAttempt.ts";

/** What was done last, so that it can be undone at once. */
export interface Done {
  readonly words: string;
  readonly undo: () => Promise<string>;
}
export interface Merging {
  readonly busy: boolean;
  readonly last: Done | null;
  merge(input: {
    keep: string;
    drop: string[];
    values: Record<string, string>;
    versions: Record<string, number>;
  }): void;
  notSame(companies: CompanyCluster["companies"]): void;
  undo(): void;
  undoMerge(merge: number): void;
}

/** Deciding on a group; every decision can be taken back. */
export function useMerging(): Merging {
  const { busy, attempt, done } = useAttempt<"decide">();
  const [last, setLast] = useState<Done | null>(null);
  const decide = (work: () => Promise<Done | null>): void => void attempt("decide", async () => setLast(await work()));
  return {
    busy: busy !== null,
    last,
    merge: (input) =>
      decide(async () => {
        const { id, kept, dropped } = await ask("companies", "merge", input);
        const words = `已把“${dropped.map(({ name }) => name).join("”“")}”并入“${kept.name}”`;
        return { words, undo: () => unmerge(id) };
      }),
    notSame: (companies) =>
      decide(async () => {
        const ids = companies.map(({ id }) => id);
        await ask("companies", "notSame", { ids });
        const undo = async (): Promise<string> => {
          await ask("companies", "maybeSame", { ids });
          return "已撤销，还会再提示";
        };
        return { words: `已记住：“${companies.map(({ name }) => name).join("”“")}”不是同一家，不再提示`, undo };
      }),
    undo: () =>
      decide(async () => {
        if (last !== null) done(await last.undo());
        return null;
      }),
    undoMerge: (merge) =>
      decide(async () => {
        done(await unmerge(merge));
        return null;
      }),
  };
}

async function unmerge(merge: number): Promise<string> {
  const { undone, kept } = await ask("companies", "unmerge", { merge });
  return `已撤销合并：${undone} 条复原${kept.length === 0 ? "" : `，${kept.length} 处因后来有改动保留`}`;
}
