import { keepPreviousData, useQuery as useTanstackQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Api, Area } from "../../shared/api/api.ts";
import type { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "./client.ts";

type InputOf<F> = F extends (input: infer I) => unknown ? I : never;
type AnswerOf<F> = F extends (...args: never) => Promise<infer R> ? R : never;

/** A read that follows changes by itself. Null as input waits. */
export function useQuery<A extends Area, M extends keyof Api[A] & string>(
  area: A,
  method: M,
  input: InputOf<Api[A][M]> | null,
): UseQueryResult<AnswerOf<Api[A][M]>, ProblemError> {
  return useTanstackQuery<AnswerOf<Api[A][M]>, ProblemError>({
    queryKey: [area, method, input],
    queryFn: () => ask(area, method, input as InputOf<Api[A][M]>),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
}
