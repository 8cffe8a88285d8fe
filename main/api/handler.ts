import type { Api, Area } from "../../shared/api/api.ts";
import type { inputs } from "../../shared/api/inputs.ts";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { Services } from "./services.ts";

// A handler sees just what its mode allows: a read gets a database it cannot write to, a write gets the router's
// transaction and never the outer handle (using that inside a transaction would wait for itself).

export interface ReadCall {
  readonly db: ReadHandle;
  readonly services: Services;
}
export interface WriteCall {
  readonly tx: Tx;
  readonly at: string;
  readonly who: string;
  readonly services: Services;
}
export interface ActCall {
  readonly services: Services;
}

type CallOf<M> = M extends { mode: "reads" } ? ReadCall : M extends { mode: "writes" } ? WriteCall : ActCall;
type InputOf<F> = F extends (input: infer I) => unknown ? I : never;
type AnswerOf<F> = F extends (input: never) => infer R ? R : never;

/** The handlers of one area; the compiler lists the missing ones. */
export type Handlers<A extends Area> = {
  [M in keyof Api[A]]: (
    call: CallOf<M extends keyof (typeof inputs)[A] ? (typeof inputs)[A][M] : never>,
    input: InputOf<Api[A][M]>,
  ) => AnswerOf<Api[A][M]>;
};
