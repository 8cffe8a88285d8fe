import { useSyncExternalStore } from "react";
import type { ImportCounts, ImportReport } from "../../shared/api/api.ts";
import type { ProblemError } from "../../shared/problems/problem.ts";
import type { FileGroup, TakenFile } from "./taken.ts";

// The files of one go live beside the screens: reading sixty of them goes on while a ledger is looked at.

export interface Progress {
  /** What is being done just now. */
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** A person has asked to stop. */
  readonly stopping?: true;
}
export interface Imports {
  readonly files: readonly TakenFile[];
  /** Null at rest. */
  readonly progress: Progress | null;
  readonly error: ProblemError | null;
  /** Which lines of the list are shown; null for all. */
  readonly shown: FileGroup | null;
  /** What was left out of what was chosen last, and why. */
  readonly leftOut: readonly string[];
}

let imports: Imports = { files: [], progress: null, error: null, shown: null, leftOut: [] };
const listeners = new Set<() => void>();

let lastKey = 0;

/** For one more file of the list. */
export function newKey(): number {
  lastKey += 1;
  return lastKey;
}

export function importsNow(): Imports {
  return imports;
}

export function setImports(next: Partial<Imports>): void {
  imports = { ...imports, ...next };
  for (const listener of listeners) listener();
}

export function becomes(key: number, next: Partial<TakenFile>): void {
  setImports({ files: imports.files.map((file) => (file.key === key ? { ...file, ...next } : file)) });
}

/** A batch was understood anew, decided on, or has gone in: the list tells of it as well. */
export function batchBecomes(batch: number, report: ImportReport, state: TakenFile["state"]): void {
  const known = imports.files.find((file) => file.report?.batch === batch);
  if (known !== undefined) becomes(known.key, { report, state });
}

/** A person has decided on rows of a batch. */
export function batchCounts(batch: number, counts: ImportCounts): void {
  const known = imports.files.find(({ report }) => report?.batch === batch);
  if (known?.report != null) becomes(known.key, { report: { ...known.report, counts } });
}

export function useImports(): Imports {
  return useSyncExternalStore(subscribe, importsNow);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
