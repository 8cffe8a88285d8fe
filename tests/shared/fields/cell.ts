import type { CellInput, Term } from "../../../shared/fields/field.ts";

/** A text cell, as tests of kinds need it. */
export function textCell(text: string, around: Partial<CellInput> = {}): CellInput {
  return { text, type: "text", ...around };
}

/** A number cell by its source digits. */
export function numberCell(text: string, around: Partial<CellInput> = {}): CellInput {
  return { text, type: "number", ...around };
}

export const noTerms = (): readonly Term[] => [];
