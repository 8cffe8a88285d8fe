import type { ImportReport } from "../../shared/api/importing.ts";
import { recipeOf } from "./recipes.ts";
import type { TablePlan } from "./tablePlan.ts";
import type { UnderstoodTable } from "./understandWorkbook.ts";

/**
 * What of a file's tables is worth remembering once a person confirms them: those that go in, and those that the person
 * left out. @param file its name, which names the layout.
 */
export function layoutsOf(tables: readonly UnderstoodTable[], file: string): NonNullable<ImportReport["layouts"]> {
  const name = file.replace(/\.[^.]*$/u, "");
  return tables.flatMap(({ found, seenAs, plan, columns, correction, template }) => {
    // Our own template says by itself what it is.
    if (template === true) return [];
    const ledger = plan?.declaration.name ?? (correction?.ledger === null ? "" : null);
    if (ledger === null || found.columns.every(({ heading }) => heading === "")) return [];
    const confirmed = { ledger, seenAs: seenAs(), columns, units: unitsOf(plan) };
    return [{ name, ...recipeOf(found, confirmed, correction) }];
  });
}

function unitsOf(plan: TablePlan | null): Map<number, string> {
  const units = new Map<number, string>();
  for (const { column, field, unit } of plan?.columns ?? []) {
    if (field?.kind === "money") units.set(column, unit ?? plan?.table.unit ?? field.importUnit);
  }
  return units;
}
