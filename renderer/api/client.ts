import type { Api, Area } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { bridge } from "./bridge.ts";
import { changed } from "./queryClient.ts";

type InputOf<F> = F extends (input: infer I) => unknown ? I : never;
type AnswerOf<F> = F extends (...args: never) => Promise<infer R> ? R : never;

/** Asks the main process; throws ProblemError and nothing else, and marks stale what the call changed. */
export async function ask<A extends Area, M extends keyof Api[A] & string>(
  area: A,
  method: M,
  input: InputOf<Api[A][M]>,
): Promise<AnswerOf<Api[A][M]>> {
  const envelope = await bridge.call(area, method, input).catch(() => ({
    ok: false as const,
    problem: {
      kind: "fault" as const,
      code: "E-WIN-01",
      message: "与主程序失去联系。已保存的数据不受影响；请关闭窗口后重新打开科绩。",
    },
  }));
  if (!envelope.ok) throw new ProblemError(envelope.problem);
  if (envelope.changed.length > 0) changed(envelope.changed);
  // The API page pairs each method with its answer; the wire forgets the type.
  return envelope.value as AnswerOf<Api[A][M]>;
}
