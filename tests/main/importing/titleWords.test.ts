import { describe, expect, it } from "vitest";
import { titledValues, titleStage, type TitleStage } from "../../../main/importing/titleWords.ts";
import { builtInTerms } from "../../../shared/dictionaries/index.ts";
import { levelTold } from "../../../shared/dictionaries/levels.ts";
import { findLedger, type LedgerName } from "../../../shared/ledgers/index.ts";
import type { Values } from "../../../shared/api/api.ts";

function ledger(name: LedgerName): NonNullable<ReturnType<typeof findLedger>> {
  const found = findLedger(name);
  if (found === undefined) throw new Error(name);
  return found;
}
function told(name: LedgerName, title: string): Values {
  return titledValues(ledger(name), [title], undefined, builtInTerms);
}
function stage(name: LedgerName, ...titles: string[]): TitleStage | undefined {
  const { status } = ledger(name).fields;
  if (status?.kind !== "stages") throw new Error(name);
  return titleStage(status, titles);
}

describe("what a title says for every row", () => {
  it.each<[LedgerName, string, Values]>([
    ["qualifications", "2023年度省级瞪羚企业认定名单", { type: "瞪羚企业", level: "省级" }],
    ["qualifications", "专精特新“小巨人”企业名单", { type: "专精特新“小巨人”企业" }],
    ["qualifications", "创新型（试点）企业名单", { type: "创新型试点企业" }],
    ["platforms", "2023年新认定市级工程技术研究中心名单", { type: "工程技术研究中心", level: "市级" }],
    ["projects", "2012年度国家星火计划立项项目表", { plan: "国家星火计划", level: "国家级" }],
    ["achievements", "2012年市级科技成果鉴定项目一览表", { evaluation: "鉴定", level: "市级" }],
    ["awards", "2023年度山东省科学技术进步奖获奖项目", { awardName: "科技进步奖", level: "省级" }],
    ["companyYears", "规模以上工业企业研发活动情况（107-2表）", { caliber: "统计" }],
  ])("%s: %s", (name, title, values) => {
    expect(told(name, title)).toEqual(values);
  });

  it("leaves blank what it names twice, as a set, or not at all", () => {
    expect(told("platforms", "工程技术研究中心、重点实验室汇总表")).toEqual({});
    expect(told("achievements", "科技成果评价（登记）汇总")).toEqual({});
    expect(told("projects", "2023年度市级以上科技计划项目立项情况")).toEqual({});
    expect(told("platforms", "省、市级工程技术研究中心名单")).toEqual({ type: "工程技术研究中心" });
    expect(told("platforms", "省市级创新平台")).toEqual({});
    expect(told("platforms", "示例市市级工程技术研究中心")).toMatchObject({ level: "市级" });
    // Whose plan it is, not which.
    expect(told("projects", "2012年市级科技计划项目")).toEqual({ level: "市级" });
  });

  it("dates a grant and a publicity, but no plan, no stock and nothing that is only intended", () => {
    expect(stage("projects", "2023年市级科技计划项目立项清单")).toEqual({ stage: "立项", isDated: true });
    expect(stage("highTechCertificates", "关于公示2023年拟认定高企的通知")).toEqual({ stage: "公示", isDated: true });
    expect(stage("highTechCertificates", "2024年拟申报高企摸底表")).toEqual({ stage: "拟申报", isDated: false });
    expect(stage("platforms", "截至2023年底认定平台一览表")).toEqual({ stage: "认定", isDated: false });
    expect(stage("highTechCertificates", "2023年拟认定高新技术企业名单")?.stage).not.toBe("认定");
    expect(stage("awards", "2023年度科技进步奖获奖项目")).toEqual({ stage: "授奖", isDated: true });
    expect(stage("awards", "2023年度科技进步奖推荐项目")?.stage).toBe("提名");
  });
});

describe("the level that a name tells", () => {
  it.each([
    ["山东省科技进步奖", "省级"],
    ["示例市科学技术进步奖", "市级"],
    ["省科技进步奖", "省级"],
    ["广西壮族自治区科学技术奖", "省级"],
    ["重庆市科技进步奖", "省级"],
    ["国家科技进步奖", "国家级"],
    ["中国专利奖", "国家级"],
    ["区科技进步奖", "区级"],
    ["示例县科学技术奖", "区级"],
    ["国家863计划", "国家级"],
    ["省重点研发计划", "省级"],
    ["市级科技发展计划", "市级"],
    ["中国机械工业科学技术奖", null],
    ["科技进步奖", null],
    ["技术创新基金", null],
  ])("%s: %s", (name, level) => {
    expect(levelTold(name)).toBe(level);
  });
});
