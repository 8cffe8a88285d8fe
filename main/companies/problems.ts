import { ProblemError } from "../../shared/problems/problem.ts";

// Refusals of merging, in words.

export function notTwo(): ProblemError {
  return new ProblemError({
    kind: "invalid",
    code: "E-CMP-01",
    message: "要合并的单位里有已删除的，或选了同一个，没有合并。数据未改动；请刷新后再选。",
  });
}
export function movedOn(name: string): ProblemError {
  return conflict("E-CMP-02", `“${name}”在您打开之后已被改动，没有合并。数据未改动；请重新看过预览再合并。`);
}
export function noMerge(): ProblemError {
  return new ProblemError({
    kind: "notFound",
    code: "E-CMP-03",
    message: "没有这次合并，或已经撤销过。数据未改动；请刷新后再看。",
  });
}
export function mergedOn(name: string): ProblemError {
  return conflict("E-CMP-04", `“${name}”后来又被并入别的单位或删除，没有撤销。数据未改动；请先撤销后来的那一步。`);
}
export function codeTaken(name: string): ProblemError {
  return conflict("E-CMP-05", `“${name}”原来的编号现在是另一条记录的，没有撤销。数据未改动；请先改那一条。`);
}

function conflict(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "conflict", code, message });
}
