import { z } from "zod";
import type { Recipe } from "./importing.ts";

// Shapes of what a person sets right on a sheet, and of the file in which confirmed layouts travel between bureaus.

const text = z.string().max(500);
const name = z.string().min(1).max(100);
const row = z.int().min(1).max(1_048_576);
const columnCorrection = z.strictObject({
  column: z.int().min(0).max(16_384),
  field: text.nullable().optional(),
  ledger: name.optional(),
  unit: z.string().max(20).optional(),
  reading: z
    .enum(["monthAfterPoint", "decimalYear", "monthDay", "monthDayTens", "fraction", "percentPoints"])
    .optional(),
});
const corrected = {
  headerRows: z.array(row).max(20).optional(),
  firstRow: row.optional(),
  ledger: name.nullable().optional(),
  year: z.int().min(1900).max(2200).optional(),
  columns: z.array(columnCorrection).max(512).optional(),
};
export const correction = z.strictObject({
  sheet: text,
  table: z.int().min(0).max(1_000),
  ...corrected,
  lastRow: row.optional(),
});
// Rows of a layout count from its heading.
const offset = z.int().min(-1_000).max(1_000);
export const layout = z.strictObject({
  ...corrected,
  headerRows: z.array(offset).max(20).optional(),
  firstRow: offset.optional(),
});

/** How many layouts one file may bring. */
const most = 5_000;

const recipeFile = z.strictObject({
  kind: z.literal("keji-recipes"),
  recipes: z
    .array(
      z.strictObject({
        name: text,
        ledger: z.string().max(100),
        seenAs: z.string().max(100),
        headings: z.array(text).max(512),
        corrections: layout,
      }),
    )
    .max(most),
});

/** What travels of a recipe: its number and its use belong to one data folder. */
export type CarriedRecipe = Pick<Recipe, "name" | "ledger" | "seenAs" | "headings" | "corrections">;

export function recipeFileOf(recipes: readonly CarriedRecipe[]): string {
  const carried = recipes.map(({ name: called, ledger, seenAs, headings, corrections }) => ({
    name: called,
    ledger,
    seenAs,
    headings,
    corrections,
  }));
  return JSON.stringify({ kind: "keji-recipes", recipes: carried }, null, 2);
}

/** null for a file that is none of ours. */
export function recipesIn(json: string): CarriedRecipe[] | null {
  let told: unknown;
  try {
    told = JSON.parse(json);
  } catch {
    return null;
  }
  const read = recipeFile.safeParse(told);
  // The shape's optional keys are absent or undefined; JSON knows only the former.
  return read.success ? (read.data.recipes as CarriedRecipe[]) : null;
}
