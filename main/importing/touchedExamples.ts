import { isExample, isUntouchedExample } from "../../shared/wording/exampleWords.ts";
import type { FoundTable } from "./findTables.ts";
import type { RowTrouble } from "./incoming.ts";
import { plainHeading } from "./normaliseHeading.ts";

/** Example rows are left out; one into which a sender seems to have written a record is told of. */
export function touchedExamples({ examples = [], columns }: FoundTable): RowTrouble[] {
  return examples.flatMap(({ row, cells }): RowTrouble[] => {
    const name = cells.find(({ text }) => isExample(text));
    if (name === undefined) return [];
    const heading = columns.find(({ column }) => column === name.column)?.heading ?? "";
    if (isUntouchedExample(name.text, plainHeading(heading))) return [];
    const message = "这一行仍标着“示例”，没有导入；若是实际数据，请去掉“（示例）”再导入";
    return [{ row, column: name.column, raw: name.text, field: null, kind: "warning", message }];
  });
}
