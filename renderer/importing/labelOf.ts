import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ledgers } from "../../shared/ledgers/index.ts";

/** The Chinese name of a field of any ledger, or nothing for a name that is nobody's. */
export function labelOf(ledger: string, field: string): string {
  if (!Object.hasOwn(ledgers, ledger)) return "";
  return (ledgers[ledger as keyof typeof ledgers] as LedgerDeclaration).fields[field]?.label ?? "";
}
