import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ledgers } from "../../shared/ledgers/index.ts";
import { noLedger } from "./problems.ts";

// Names come from outside; every one that goes into a query has been looked up here first.

const named: ReadonlyMap<string, LedgerDeclaration> = new Map(
  Object.values(ledgers as unknown as Readonly<Record<string, LedgerDeclaration>>).map((ledger) => [
    ledger.name,
    ledger,
  ]),
);

/** Throws E-REC-06 for a name that is no ledger's. */
export function ledgerNamed(name: string): LedgerDeclaration {
  const ledger = named.get(name);
  if (ledger === undefined) throw noLedger(name);
  return ledger;
}

export function allLedgers(): readonly LedgerDeclaration[] {
  return [...named.values()];
}
