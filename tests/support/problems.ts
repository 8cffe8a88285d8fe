import { expect } from "vitest";
import { type Problem, ProblemError } from "../../shared/problems/problem.ts";

/** The problem that the work is refused with; fails where it succeeds or throws something else. */
export async function problemOf(work: Promise<unknown> | (() => unknown)): Promise<Problem> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return expect.fail("nothing was refused");
}
