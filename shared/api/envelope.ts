import type { Problem } from "../problems/problem.ts";

/** Every answer of the router. `changed` names the ledgers (and `reports`, `metrics`, `program`) that a write touched. */
export type Envelope<V = unknown> =
  | { readonly ok: true; readonly value: V; readonly changed: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };
