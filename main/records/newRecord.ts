import type { Values } from "../../shared/api/api.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import { checkRecord } from "../../shared/ledgers/check.ts";
import type { Issue } from "../../shared/problems/problem.ts";
import { normal } from "./cells.ts";
import type { RecordChange } from "./change.ts";
import { mergeExtras } from "./extraFields.ts";
import { isSound } from "./isSound.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";
import { invalid, noField } from "./problems.ts";
import { noExtras } from "./recordWriter.ts";

/** What a new record holds: filled values and extra fields only. Throws E-REC-07 and E-REC-08. */
export function newRecord(
  plan: LedgerPlan,
  definitions: readonly ExtraField[],
  change: Pick<RecordChange, "values" | "extras">,
): { values: Values; extras: Values } {
  const values = filled(plan, change.values);
  const { extras, issues } = extrasAfter(definitions, noExtras, change);
  refuseErrors(plan, values, issues);
  return { values, extras };
}

/**
 * The values without the blank ones; E-REC-07 for a name that is no field's. Copied whole and then corrected: an object
 * that is put together key by key costs twice as much to write out.
 */
function filled({ byName, declaration }: LedgerPlan, given: Values): Values {
  const values = { ...given };
  for (const name in given) {
    const field = byName.get(name);
    if (field === undefined) throw noField(declaration.title, name);
    const value = given[name];
    if (value === undefined) continue;
    const kept = normal(field, value);
    if (kept === null) delete values[name];
    else if (kept !== value) values[name] = kept;
  }
  return values;
}

/** Extra fields once those of the change are laid over `before`, which comes back as it is where there are none. */
export function extrasAfter(
  definitions: readonly ExtraField[],
  before: Values,
  { extras }: Pick<RecordChange, "extras">,
): { extras: Values; issues: Issue[] } {
  return extras === undefined ? { extras: before, issues: [] } : mergeExtras(definitions, before, extras);
}

/** E-REC-08 with all issues where one of them is an error. */
export function refuseErrors(plan: LedgerPlan, values: Values, extraIssues: readonly Issue[]): void {
  if (extraIssues.length === 0 && isSound(plan, values)) return;
  const issues = [...extraIssues, ...checkRecord(plan.declaration, values)];
  if (issues.some(({ level }) => level === "error")) throw invalid(nameOf(plan, values), issues);
}

/** What a message calls the record: its own title, or its ledger's. */
export function nameOf({ declaration: { titleField, title } }: LedgerPlan, values: Values): string {
  const name = values[titleField];
  return typeof name === "string" && name.length < 100 ? name : title;
}
