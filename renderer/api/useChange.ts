import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { Api, Area } from "../../shared/api/api.ts";
import type { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "./client.ts";

type InputOf<F> = F extends (input: infer I) => unknown ? I : never;
type AnswerOf<F> = F extends (...args: never) => Promise<infer R> ? R : never;

/** A write, with its state for buttons and messages. */
export function useChange<A extends Area, M extends keyof Api[A] & string>(
  area: A,
  method: M,
): UseMutationResult<AnswerOf<Api[A][M]>, ProblemError, InputOf<Api[A][M]>> {
  return useMutation<AnswerOf<Api[A][M]>, ProblemError, InputOf<Api[A][M]>>({
    mutationFn: (input) => ask(area, method, input),
  });
}
