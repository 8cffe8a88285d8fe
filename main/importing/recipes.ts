import type { ColumnCorrection, Recipe, TableCorrection } from "../../shared/api/importing.ts";
import type { FoundTable } from "./findTables.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import { normaliseHeading } from "./normaliseHeading.ts";

// 表样方案: a layout that a person confirmed once, told again by its headings. It is found by the headings as the program
// reads them, so that a heading row which was set right by hand is set right again on the next file.

/** Headings of `corrections` are places in `headings`, and rows count from the heading's first row: 0. */
export type KnownRecipe = Pick<Recipe, "id" | "name" | "ledger" | "seenAs" | "headings" | "corrections">;

export interface Replay {
  readonly recipe: { readonly id: number; readonly name: string; readonly differs: string[] };
  readonly correction: TableCorrection;
}

/** Least share of headings in common at which a layout counts as a known one. */
const alike = 0.8;

/** What makes a layout this one: what it is taken for, and its headings without units and years, in any order. */
export function signatureOf({ seenAs, headings }: Pick<Recipe, "seenAs" | "headings">): string {
  return [seenAs, ...headings.map(keyOf).filter(Boolean).sort()].join("\n");
}

/**
 * The recipe that fits a table best, turned to this table; null where none fits.
 * @param seenAs the ledger that the program takes the table for by itself, asked only where headings fit.
 */
export function replay(
  table: FoundTable,
  place: { readonly sheet: string; readonly table: number },
  recipes: readonly KnownRecipe[],
  seenAs: () => string,
): Replay | null {
  const keys = table.columns.map(({ heading }) => keyOf(heading));
  let best: { recipe: KnownRecipe; share: number } | null = null;
  for (const recipe of recipes) {
    const share = shared(keys, recipe.headings.map(keyOf));
    if (share >= alike && share > (best?.share ?? 0) && recipe.seenAs === seenAs()) best = { recipe, share };
  }
  if (best === null) return null;
  const { id, name, headings } = best.recipe;
  const correction = turned(best.recipe, table, place);
  return { recipe: { id, name, differs: differences(keys, table, headings) }, correction };
}

/** What is to be remembered of a table once a person has confirmed it: every column that was understood. */
export function recipeOf(
  found: FoundTable,
  confirmed: {
    readonly ledger: string;
    readonly seenAs: string;
    readonly columns: readonly MatchedColumn[];
    /** In which money was read, by column; what was confirmed is not asked again. */
    readonly units: ReadonlyMap<number, string>;
  },
  said: TableCorrection | undefined,
): Pick<Recipe, "ledger" | "seenAs" | "headings" | "corrections"> {
  const top = found.headerRows[0] ?? found.firstRow;
  const at = new Map(found.columns.map(({ column }, index) => [column, index]));
  const spoken = new Map((said?.columns ?? []).map((column) => [column.column, column]));
  const columns = confirmed.columns.flatMap((column): ColumnCorrection[] => {
    const index = at.get(column.column);
    if (index === undefined || (column.target === null && column.ignored !== true)) return [];
    const { unit = confirmed.units.get(column.column), reading } = spoken.get(column.column) ?? {};
    const told = { ...(unit === undefined ? {} : { unit }), ...(reading === undefined ? {} : { reading }) };
    if (column.target === null) return [{ column: index, field: null, ...told }];
    const { ledger, field } = column.target;
    return [{ column: index, field, ...(ledger === confirmed.ledger ? {} : { ledger }), ...told }];
  });
  return {
    ledger: confirmed.ledger,
    seenAs: confirmed.seenAs,
    headings: found.columns.map(({ heading }) => heading),
    corrections: {
      ledger: confirmed.ledger === "" ? null : confirmed.ledger,
      ...(said?.headerRows === undefined ? {} : { headerRows: said.headerRows.map((row) => row - top) }),
      ...(said?.firstRow === undefined ? {} : { firstRow: said.firstRow - top }),
      columns,
    },
  };
}

/** A person's word over what a recipe says, column by column. */
export function overlaid(recipe: TableCorrection, said: TableCorrection | undefined): TableCorrection {
  if (said === undefined) return recipe;
  const named = new Set((said.columns ?? []).map(({ column }) => column));
  const isOther = said.ledger !== undefined && said.ledger !== recipe.ledger;
  // Where the person names another ledger, the recipe's fields are no longer of it.
  const columns = isOther ? [] : (recipe.columns ?? []).filter(({ column }) => !named.has(column));
  return { ...(isOther ? {} : recipe), ...said, columns: [...columns, ...(said.columns ?? [])] };
}

function keyOf(heading: string): string {
  return normaliseHeading(heading).key;
}

/** Dice's measure over bags of headings; blank ones do not count. */
function shared(ours: readonly string[], theirs: readonly string[]): number {
  const left = theirs.filter(Boolean);
  const all = ours.filter(Boolean).length + left.length;
  let common = 0;
  for (const key of ours) {
    const at = key === "" ? -1 : left.indexOf(key);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return all === 0 ? 0 : (2 * common) / all;
}

/** Which column of the table each heading of the recipe is: the first of that name, then the second. */
function turned(
  { ledger, headings, corrections }: KnownRecipe,
  table: FoundTable,
  place: { readonly sheet: string; readonly table: number },
): TableCorrection {
  const top = table.headerRows[0] ?? table.firstRow;
  const open = table.columns.map(({ column, heading }) => ({ column, key: keyOf(heading) }));
  const columnOf = headings.map((heading) => {
    const at = open.findIndex(({ key }) => key === keyOf(heading));
    return at < 0 ? undefined : open.splice(at, 1)[0]?.column;
  });
  const columns = (corrections.columns ?? []).flatMap((said) => {
    const column = columnOf[said.column];
    if (column === undefined) return [];
    const { unit, ...rest } = said;
    const isSpoken = unit !== undefined && unitStands(table, column, headings[said.column] ?? "", unit);
    return [{ ...rest, ...(isSpoken ? { unit } : {}), column }];
  });
  const { headerRows, firstRow } = corrections;
  return {
    ...place,
    ledger: ledger === "" ? null : ledger,
    ...(headerRows === undefined ? {} : { headerRows: headerRows.map((row) => row + top) }),
    ...(firstRow === undefined ? {} : { firstRow: firstRow + top }),
    columns,
  };
}

/** A unit that the sheet now writes in its heading or above outranks the one that was confirmed for another sheet. */
function unitStands(table: FoundTable, column: number, before: string, unit: string): boolean {
  const heading = table.columns.find((one) => one.column === column)?.heading ?? "";
  const now = normaliseHeading(heading).unit;
  if (now !== normaliseHeading(before).unit) return false;
  return now !== undefined || table.unit === undefined || table.unit === unit;
}

function differences(keys: readonly string[], table: FoundTable, headings: readonly string[]): string[] {
  const known = new Set(["", ...headings.map(keyOf)]);
  const more = table.columns.filter((_column, at) => !known.has(keys[at] ?? ""));
  const less = headings.filter((heading) => keyOf(heading) !== "" && !keys.includes(keyOf(heading)));
  return [...more.map(({ heading }) => `多了“${heading}”`), ...less.map((heading) => `少了“${heading}”`)];
}
