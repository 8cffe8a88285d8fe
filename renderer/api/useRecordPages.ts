import { useQueries } from "@tanstack/react-query";
import type { ListInput, RecordPage, StoredRecord } from "../../shared/api/api.ts";
import type { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "./client.ts";
import { useQuery } from "./useQuery.ts";

/** Records fetched at a time. */
const PAGE = 500;

export interface RecordPages {
  readonly total: number;
  readonly titles: Readonly<Record<string, string>>;
  /** The first page, for measuring. */
  readonly first: readonly StoredRecord[];
  readonly error: ProblemError | null;
  readonly pending: boolean;
  /** Undefined while its page is on the way. */
  at(index: number): StoredRecord | undefined;
}

/** A list of any length: only the pages that hold rows `from` to `to` are fetched, and the first, which counts. */
export function useRecordPages(list: ListInput, from: number, to: number): RecordPages {
  const first = useQuery("records", "list", pageOf(list, 0));
  const wanted = range(Math.max(1, Math.floor(from / PAGE)), Math.floor(to / PAGE));
  const others = useQueries({
    queries: wanted.map((page) => ({
      queryKey: ["records", "list", pageOf(list, page)],
      queryFn: (): Promise<RecordPage> => ask("records", "list", pageOf(list, page)),
    })),
  });
  const pages = new Map([[0, first.data], ...wanted.map((page, at) => [page, others[at]?.data] as const)]);
  const titles: Record<string, string> = {};
  for (const page of pages.values()) Object.assign(titles, page?.titles);
  return {
    total: first.data?.total ?? 0,
    titles,
    first: first.data?.records ?? none,
    // Every question is asked through `ask`, which throws nothing else.
    error: first.error ?? (others.find(({ error }) => error !== null)?.error as ProblemError | undefined) ?? null,
    pending: first.data === undefined,
    at: (index) => pages.get(Math.floor(index / PAGE))?.records[index % PAGE],
  };
}

const none: readonly StoredRecord[] = [];

function pageOf(list: ListInput, page: number): ListInput {
  return { ...list, offset: page * PAGE, limit: PAGE };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
