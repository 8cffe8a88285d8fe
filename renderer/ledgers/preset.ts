import type { Values } from "../../shared/api/api.ts";

/** What a new record begins with and where one returns to, carried in the history beside the address. */
export interface Preset {
  readonly values: Values;
  readonly titles: Readonly<Record<string, string>>;
  /** Address of the record that the new one was begun from. */
  readonly back: string;
}

export function presetOf(state: unknown): Preset | null {
  if (typeof state !== "object" || state === null || !("preset" in state)) return null;
  // Only DetailRows puts it there.
  return state.preset as Preset;
}
