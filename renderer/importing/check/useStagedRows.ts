import { useInfiniteQuery } from "@tanstack/react-query";
import type { ImportReport, RowDecision, RowStanding, StagedRow } from "../../../shared/api/api.ts";
import { ask } from "../../api/client.ts";
import { queryClient } from "../../api/queryClient.ts";
import { batchCounts } from "../importStore.ts";

/** Rows of the sheets fetched at a time. */
const PAGE = 400;

type Page = { total: number; rows: StagedRow[] };

export interface StagedRows {
  readonly rows: readonly StagedRow[];
  readonly pending: boolean;
  readonly error: Error | null;
  /** Fetches the next rows, if there are any. */
  more(): void;
}

/** Rows of a batch as far as they have been scrolled to. */
export function useStagedRows(batch: number, outcome: RowStanding | null): StagedRows {
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
    getNextPageParam: ({ total }: Page, pages: Page[]) => {
      const have = pages.length * PAGE;
      return have < total ? have : undefined;
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

/** Keeps decisions; counts and lists follow, so that a row leaves the list whose number no longer counts it. Throws ProblemError. */
export async function decide(batch: number, decisions: RowDecision[]): Promise<void> {
  const counts = await ask("importing", "decide", { batch, decisions });
  queryClient.setQueryData<ImportReport>(
    ["importing", "report", { batch }],
    (report) => report && { ...report, counts },
  );
  batchCounts(batch, counts);
  await Promise.all([
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => isRowsOf(batch, queryKey) }),
    queryClient.invalidateQueries({ queryKey: ["importing", "report", { batch }] }),
  ]);
}

function isRowsOf(batch: number, [area, method, input]: readonly unknown[]): boolean {
  return area === "importing" && method === "rows" && (input as { batch?: number }).batch === batch;
}
