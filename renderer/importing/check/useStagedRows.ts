import { useInfiniteQuery, type InfiniteData } from "@tanstack/react-query";
import type { RowDecision, StagedRow } from "../../../shared/api/api.ts";
import { ask } from "../../api/client.ts";
import { queryClient } from "../../api/queryClient.ts";
import { batchCounts } from "../importStore.ts";

const PAGE = 400;

type Page = { total: number; rows: StagedRow[] };
type Outcome = StagedRow["outcome"];

export interface StagedRows {
  readonly rows: readonly StagedRow[];
  readonly pending: boolean;
  readonly error: Error | null;
  /** Fetches the next rows, if there are any. */
  more(): void;
}

/** Rows of a batch as far as they have been scrolled to. */
export function useStagedRows(batch: number, outcome: Outcome | null): StagedRows {
  const query = useInfiniteQuery({
    queryKey: ["importing", "rows", { batch, outcome }],
    queryFn: ({ pageParam }) =>
      ask("importing", "rows", {
        batch,
        offset: pageParam,
        limit: PAGE,
        ...(outcome === null ? {} : { outcome }),
      }),
    initialPageParam: 0,
    getNextPageParam: (last: Page, pages: Page[]) => {
      const have = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length > 0 && have < last.total ? have : undefined;
    },
  });
  return {
    rows: query.data?.pages.flatMap(({ rows }) => rows) ?? none,
    pending: query.isPending,
    error: query.error,
    more() {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}

const none: readonly StagedRow[] = [];

/** Batches whose counts heed what was decided. */
const counted = new Set<number>();

/** The report of a batch that was left in the middle counts as if nothing had been decided: it is counted anew, once. */
export async function recount(batch: number, rows: readonly StagedRow[]): Promise<void> {
  const decision = rows.find((row) => row.decision !== undefined)?.decision;
  if (decision === undefined || counted.has(batch)) return;
  await decide(batch, [decision]);
}

/** Keeps decisions; lists and counts follow at once. Throws ProblemError. */
export async function decide(batch: number, decisions: RowDecision[]): Promise<void> {
  counted.add(batch);
  const counts = await ask("importing", "decide", { batch, decisions });
  const by = new Map(decisions.map((decision) => [decision.position, decision]));
  queryClient.setQueriesData<InfiniteData<Page>>(
    {
      predicate: ({ queryKey: [area, method, input] }) =>
        area === "importing" && method === "rows" && (input as { batch?: number }).batch === batch,
    },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          rows: page.rows.map((row) => {
            const decision = by.get(row.position);
            return decision === undefined ? row : { ...row, decision };
          }),
        })),
      },
  );
  batchCounts(batch, counts);
}
