import type { Term } from "../fields/field.ts";

/** A dated list of terms. Bureaus add terms of their own in the database; built-in ones are never changed. */
export interface Dictionary {
  readonly name: string;
  readonly title: string;
  readonly terms: readonly Term[];
  /** Terms stand in rank order, highest first, so that 市级以上 can be asked. */
  readonly ranked?: boolean;
}

export function defineDictionary(dictionary: Dictionary): Dictionary {
  return dictionary;
}
