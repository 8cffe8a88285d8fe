import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLedger } from "../../../main/importing/chooseLedger.ts";
import type { FoundTable } from "../../../main/importing/findTables.ts";
import { ledgerWords } from "../../../main/importing/ledgerWords.ts";
import { isWithinOneEdit, matchColumns } from "../../../main/importing/matchColumns.ts";
import { synonymHeadings, synonymTables } from "../../../shared/ledgers/headings.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";
import { argued } from "./arguedHeadings.ts";
import { smallKnowledge } from "./smallLedgers.ts";

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));
const all = ledgerList.map((one) => ledgerWords(one, ledgers, { synonyms: synonymHeadings(one) }));

const small = (ledger: string, headings: readonly string[]) => {
  const words = smallKnowledge.words.find(({ declaration }) => declaration.name === ledger);
  if (words === undefined) throw new Error(ledger);
  const columns = headings.map((heading, at) => ({ column: at + 1, heading }));
  return matchColumns(columns, words, smallKnowledge.ledgers).map(({ target, ignored }) =>
    target === null ? (ignored === true ? "ignored" : null) : `${target.own ? "" : `${target.ledger}.`}${target.field}`,
  );
};

const table = (headings: readonly string[], title = "", sheet = "Sheet1"): FoundTable => ({
  sheet,
  title,
  headerRows: [1],
  firstRow: 2,
  lastRow: 2,
  columns: headings.map((heading, at) => ({ column: at + 1, heading })),
  rows: [],
  totals: [],
});
const chosen = (headings: readonly string[], title = "", file = "") =>
  chooseLedger(table(headings, title), file, all, ledgers).ledger;

describe("matching columns", () => {
  it("goes from label over alias, stop words and one edit to the last word", () => {
    expect(
      small("certificates", [
        "序号",
        "企业名称",
        "＊证书\n编号：",
        "状态",
        "认定时间",
        "有效期至（年月日）",
        "所属技术领域",
        "联系电括",
      ]),
    ).toEqual([
      "ignored",
      "organisation",
      "certificateNo",
      "status",
      "status@认定",
      "validTo",
      "field",
      "organisations.phone",
    ]);
  });
  it("takes stage dates, document numbers and a plain date apart", () => {
    expect(small("certificates", ["申报时间", "发证日期", "时间", "批准文号"])).toEqual([
      "status@申报",
      "status@认定",
      "status#date",
      "status#documentNo",
    ]);
  });
  it("gives each field one column, and several only where the year tells them apart", () => {
    expect(small("projects", ["项目名称", "立项经费", "无偿资金"])).toEqual(["title", "amount", null].with(0, "name"));
    expect(small("certificates", ["企业名称", "2011年销售收入", "2012年销售收入"]).slice(1)).toEqual([
      "companyYears.sales",
      "companyYears.sales",
    ]);
    expect(small("organisations", ["企业名称", "别名", "别名"])).toEqual(["name", "aliases.alias", "aliases.alias"]);
  });
  it("prefers the ledger's own word to a carried one's", () => {
    expect(small("certificates", ["企业名称"])).toEqual(["organisation"]);
    expect(small("organisations", ["企业名称"])).toEqual(["name"]);
  });
  it("leaves alone what is as near to one field as to another", () => {
    const words = all.find(({ declaration }) => declaration.name === "investmentProjects");
    if (words === undefined) throw new Error("no such ledger");
    const [column] = matchColumns([{ column: 1, heading: "完工时间" }], words, ledgers);
    expect(column?.target).toBeNull();
  });
  it("does not look long for what a heading as long as a cell may be means", () => {
    const start = performance.now();
    chosen(["项目名称", "承担单位", "（".repeat(32_000)]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it("measures one edit", () => {
    expect([
      isWithinOneEdit("项目名称", "项目名"),
      isWithinOneEdit("项目名称", "项目各称"),
      isWithinOneEdit("项目名称", "名称项目"),
    ]).toEqual([true, true, false]);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (text, place, letter) => {
          const at = place % text.length;
          const edited = [
            text.slice(0, at) + text.slice(at + 1),
            text.slice(0, at) + letter + text.slice(at),
            text.slice(0, at) + letter + text.slice(at + 1),
          ];
          return edited.every((one) => isWithinOneEdit(text, one) && isWithinOneEdit(one, text));
        },
      ),
    );
  });
});

describe("choosing the ledger", () => {
  it.each([
    [["序号", "企业名称"], "附件：2012年高新技术企业名单", "highTechCertificates"],
    [["项目名称", "承担单位", "立项经费"], "", "projects"],
    [["平台名称", "依托单位", "级别"], "", "platforms"],
    [["项目名称", "奖励名称", "等级"], "科技进步奖", "awards"],
    [["项目名称", "节点名称", "计划完成时间"], "招商引资项目工作节点表", "investmentMilestones"],
    [["企业名称", "统一社会信用代码", "联系人"], "企业名录", "organisations"],
  ])("%j under %s", (headings, title, ledger) => {
    expect(chosen(headings, title)).toBe(ledger);
  });
  it("hears the file's name, and names none for a stranger", () => {
    expect(chosen(["序号", "企业名称"], "", "高新技术企业名单")).toBe("highTechCertificates");
    expect(chosen(["菜名", "价钱"])).toBeNull();
    expect(chooseLedger(table(["名称"]), "", all, ledgers, "awards").ledger).toBe("awards");
  });
});

describe("the synonym tables", () => {
  it("bring every heading of every table to the target that its ledger states", () => {
    const confused: string[] = [];
    let columns = 0;
    for (const { declaration } of all) {
      const words = all.find((one) => one.declaration === declaration);
      if (words === undefined) continue;
      for (const [id, targets] of Object.entries(declaration.synonyms ?? {})) {
        if (id === "common") continue;
        for (const [key, headings] of synonymTables[id] ?? []) {
          const taught = targets[key];
          if (taught === undefined) continue;
          for (const heading of headings) {
            columns++;
            const isSaid = ({ ledger, sheets, words: some }: (typeof argued)[number]): boolean =>
              ledger === declaration.name && sheets.includes(id) && some.includes(heading);
            const wanted = argued.find(isSaid)?.target ?? taught;
            const [column] = matchColumns([{ column: 1, heading }], words, ledgers);
            if (!isTarget(wanted, column?.target ?? null, declaration.name))
              confused.push(
                `${declaration.name} ${id} ${heading}: ${wanted} ≠ ${column?.target?.ledger}.${column?.target?.field}`,
              );
          }
        }
      }
    }
    console.info(
      `同义表头 ${columns} 个，对不上 ${confused.length} 个${confused.length > 0 ? `：\n${confused.join("\n")}` : ""}`,
    );
    expect(confused).toEqual([]);
  });
  it("are argued with only where they say otherwise", () => {
    for (const { ledger, sheets, words, target } of argued)
      for (const word of words) {
        const taught = [...sheets, "common"].flatMap((id) =>
          (synonymTables[id] ?? []).flatMap(([key, headings]) =>
            headings.includes(word) ? [ledgers[ledger]?.synonyms?.[id]?.[key]] : [],
          ),
        );
        expect({ word, isArguable: taught.some((one) => one !== target) }).toEqual({ word, isArguable: true });
      }
  });
});

function isTarget(wanted: string, target: { ledger: string; field: string } | null, ledger: string): boolean {
  if (wanted === "ignored") return target === null;
  if (target === null) return false;
  const spelled = target.ledger === ledger ? target.field : `${target.ledger}.${target.field}`;
  return spelled === wanted;
}
