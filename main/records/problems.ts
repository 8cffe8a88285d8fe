import { type Issue, ProblemError } from "../../shared/problems/problem.ts";

// Refusals of the store, in words.

export function taken(ledger: string, label: string, holder: string): ProblemError {
  return conflict(
    "E-REC-01",
    `${ledger}中“${holder}”已有相同的${label}，没有保存。数据未改动；请核对编号，或改那一条。`,
  );
}
export function movedOn(title: string): ProblemError {
  return conflict("E-REC-02", `“${title}”在您打开之后已被改动，没有保存。数据未改动；请重新载入后再改。`);
}
export function referred(title: string, by: string, count: number): ProblemError {
  return conflict("E-REC-03", `${by}等 ${count} 条记录正引用“${title}”，没有删除。数据未改动；请先改掉那些引用。`);
}
export function removed(title: string): ProblemError {
  return conflict("E-REC-04", `“${title}”已被删除，没有保存。数据未改动；如仍需要请先恢复它。`);
}
export function noRecord(ledger: string): ProblemError {
  return notFound("E-REC-05", `${ledger}中没有这条记录。数据未改动；请刷新列表。`);
}
export function noLedger(name: string): ProblemError {
  return notFound("E-REC-06", `没有“${name.slice(0, 60)}”这本台账。数据未改动；请核对台账名称。`);
}
export function noField(ledger: string, name: string): ProblemError {
  return new ProblemError({
    kind: "invalid",
    code: "E-REC-07",
    message: `${ledger}没有“${name.slice(0, 60)}”这一栏。数据未改动；请核对栏目名称。`,
  });
}
export function invalid(title: string, issues: readonly Issue[]): ProblemError {
  const first = issues.find(({ level }) => level === "error")?.message ?? "";
  return new ProblemError({
    kind: "invalid",
    code: "E-REC-08",
    message: `“${title}”有不合规的内容（${first}），没有保存。数据未改动；请改正后再保存。`,
    issues,
  });
}
export function refusedTerm(message: string): ProblemError {
  return new ProblemError({ kind: "invalid", code: "E-REC-09", message });
}

function conflict(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "conflict", code, message });
}
function notFound(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "notFound", code, message });
}
