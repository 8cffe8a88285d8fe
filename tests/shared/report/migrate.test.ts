import { describe, expect, it } from "vitest";
import { ProblemError } from "../../../shared/problems/problem.ts";
import { readReport } from "../../../shared/report/migrate.ts";
import { golden } from "../../main/reports/golden.ts";

const problem = (stored: unknown) => {
  try {
    readReport(stored);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return null;
};

describe("stored reports", () => {
  it("come back as they were", () => {
    expect(readReport(JSON.parse(JSON.stringify(golden)))).toEqual(golden);
  });

  it("of a newer program are refused in words", () => {
    expect(problem({ ...golden, format: 2 })).toMatchObject({ kind: "refused", code: "E-RPT-02" });
  });

  it.each([
    ["nothing", null],
    ["a text", "报告"],
    ["no format", {}],
    ["an unknown old format", { ...golden, format: 0 }],
    ["a wrong year", { ...golden, year: "2012" }],
    ["an unknown node", { ...golden, title: [{ kind: "script", text: "x" }] }],
    ["an unknown field", { ...golden, extra: 1 }],
  ])("that are %s are unreadable", (_, stored) => {
    expect(problem(stored)).toMatchObject({ kind: "unreadable", code: "E-RPT-01" });
  });
});
