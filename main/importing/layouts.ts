import type { ImportedTable, ImportReport } from "../../shared/api/importing.ts";
import { recipeOf } from "./recipes.ts";
import type { TablePlan } from "./tablePlan.ts";
import type { UnderstoodTable } from "./understandWorkbook.ts";

/**
 * What of a file's tables is worth remembering once a person confirms them: those that go in, and those that the person
 * left out. @param file its name, which names the layout. @param asked what is still to be answered of each table: a
 * unit that was only presumed is asked about next time as well.
 */
export function layoutsOf(
  tables: readonly UnderstoodTable[],
  file: string,
  asked: readonly Pick<ImportedTable, "questions">[],
): NonNullable<ImportReport["layouts"]> {
  const name = file.replace(/\.[^.]*$/u, "");
  return tables.flatMap(({ found, seenAs, plan, columns, correction, template }, at) => {
    // Our own template says by itself what it is.
    if (template === true) return [];
    const ledger = plan?.declaration.name ?? (correction?.ledger === null ? "" : null);
    if (ledger === null || found.columns.every(({ heading }) => heading === "")) return [];
    const confirmed = { ledger, seenAs: seenAs(), columns, units: unitsOf(plan, openUnits(asked[at])) };
    return [{ name, ...recipeOf(found, confirmed, correction) }];
  });
}

function openUnits(asked: Pick<ImportedTable, "questions"> | undefined): ReadonlySet<number> {
  return new Set(asked?.questions?.flatMap(({ kind, column }) => (kind === "unit" ? [column] : [])));
}

function unitsOf(plan: TablePlan | null, open: ReadonlySet<number>): Map<number, string> {
  const units = new Map<number, string>();
  for (const { column, field, unit } of plan?.columns ?? []) {
    if (field?.kind === "money" && !open.has(column)) units.set(column, unit ?? plan?.table.unit ?? field.importUnit);
  }
  return units;
}
