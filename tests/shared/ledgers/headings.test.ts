import { describe, expect, test } from "vitest";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import { declaredHeadings, synonymHeadings, synonymTables } from "../../../shared/ledgers/headings.ts";
import { findLedger, ledgerList } from "../../../shared/ledgers/index.ts";

/** Whether a target is a field, a part of the status, a field of a carried ledger, or stated to be ignored. */
function exists({ fields, carries }: LedgerDeclaration, target: string): boolean {
  if (target === "ignored") return true;
  const [base = "", stage] = target.split("@");
  if (stage !== undefined) {
    const field = fields[base];
    return field?.kind === "stages" && field.flow.some((term) => term.stage === stage);
  }
  const [part = "", suffix] = target.split("#");
  if (suffix !== undefined) return fields[part]?.kind === "stages" && ["date", "documentNo"].includes(suffix);
  const [ledger = "", name] = target.split(".");
  if (name === undefined) return fields[target] !== undefined;
  return (
    carries?.some((carried) => carried.ledger === ledger && findLedger(ledger)?.fields[name] !== undefined) ?? false
  );
}

test("there are the common columns and fifteen tables", () => {
  expect(Object.keys(synonymTables)).toHaveLength(16);
  expect(Object.values(synonymTables).flat().length).toBeGreaterThan(220);
});

describe.each(Object.entries(synonymTables).map(([table, keys]) => ({ table, keys })))("$table", ({ table, keys }) => {
  test("every key has a target in a ledger, or is stated to be ignored by all", () => {
    const users = ledgerList.map(({ synonyms }) => synonyms?.[table]).filter((user) => user !== undefined);
    expect(users.length).toBeGreaterThan(0);
    for (const user of users) expect(Object.keys(user).toSorted()).toEqual(keys.map(([key]) => key).toSorted());
  });
});

describe.each(ledgerList.map((declaration) => ({ name: declaration.name, declaration })))(
  "$name",
  ({ declaration }) => {
    test("targets exist", () => {
      const targets = Object.entries(declaration.synonyms ?? {}).flatMap(([table, keys]) =>
        Object.entries(keys).map(([key, target]) => `${table}.${key} → ${target}`),
      );
      expect(targets.filter((line) => !exists(declaration, line.split(" → ")[1] ?? ""))).toEqual([]);
    });
    test("a heading has one target, and the declaration's word stands", () => {
      const found = Object.values(synonymHeadings(declaration)).flat();
      expect(new Set(found).size).toBe(found.length);
      const declared = new Set(declaredHeadings(declaration));
      expect(found.filter((heading) => declared.has(heading))).toEqual([]);
    });
  },
);

test("the same word means another thing in another ledger", () => {
  const of = (name: string) => synonymHeadings(findLedger(name) as LedgerDeclaration);
  expect(of("projects")["undertaker"]).toContain("第一承担单位");
  expect(of("platforms")["host"]).toContain("建设单位");
  expect(of("highTechCertificates")["status@认定"]).toContain("证书取得时间");
  expect(of("highTechCertificates")["companyYears.revenue"]).toContain("近三年销售收入");
  expect(of("projects")["ignored"]).toContain("项目序号");
  expect(of("projects")["projectNo"]).not.toContain("项目序号");
  // 计划开工时间 is a plan; only 动工时间 and its like date the step itself.
  expect(of("investmentProjects")["status@开工"] ?? []).not.toContain("计划开工时间");
});
