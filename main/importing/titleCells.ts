import type { ImportedTable } from "../../shared/api/importing.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import type { TitleLine } from "./findTables.ts";
import { yearIn } from "./normaliseHeading.ts";
import { withoutOwnName, type TablePlan } from "./tablePlan.ts";
import { titledValues, titleStage } from "./titleWords.ts";

type Titled = NonNullable<ImportedTable["titled"]>[number];

const mostLines = 100;

/**
 * What the lines above a table say for its rows, each with the first cell that says it, so that a value which no column
 * holds is traced to the title and not to its row. What sheet or file name alone say has no cell.
 */
export function titleCells({ table, declaration, year, titleStage: spoken, titled, terms }: TablePlan): Titled[] {
  const { status } = declaration.fields;
  const { yearField } = declaration;
  const found = new Map<string, Titled>();
  const tell = (line: TitleLine, field: string, value: Titled["value"]): void => {
    const cell = `${columnName(line.column)}${line.row}`;
    if (!found.has(field)) found.set(field, { field, value, cell, raw: line.text });
  };
  for (const line of (table.titleLines ?? []).slice(0, mostLines)) {
    const text = withoutOwnName(line.text, declaration.title);
    if (yearField !== undefined && year !== undefined && yearIn(line.text) === year) tell(line, yearField, year);
    const values = titledValues(declaration, [text], year, terms);
    for (const [field, value] of Object.entries(titled))
      if (typeof value === "string" && values[field] === value) tell(line, field, value);
    if (status?.kind !== "stages" || spoken === undefined) continue;
    if (titleStage(status, [text])?.stage === spoken.stage) tell(line, "status", spoken.stage);
  }
  return [...found.values()];
}
