import { QueryClient } from "@tanstack/react-query";

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY } },
});

/** Figures, drafts and counts may speak of any ledger; a list only of its own. */
export function changed(names: readonly string[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [area, , input] }) => {
      if (area !== "records") return true;
      const ledger = typeof input === "object" && input !== null && "ledger" in input ? input.ledger : undefined;
      return ledger === undefined || names.includes(String(ledger));
    },
  });
}
