import { blankOr, dateCell } from "../cells.ts";
import type { CompanyYear } from "../data/companyYears.ts";
import { companyYears2011, companyYears2012 } from "../data/companyYears.ts";
import type { MetricValue } from "../data/handEntered.ts";
import { metricValues } from "../data/handEntered.ts";
import { fullName, organisation } from "../data/organisations.ts";
import type { Target } from "../data/targets.ts";
import { targets } from "../data/targets.ts";
import type { Book } from "../layout.ts";
import { layOut } from "../layout.ts";

const targetBook: Book = {
  file: "19示例区科技局任务指标及统计数据.xlsx",
  sheets: [
    layOut<Target>({
      name: "任务指标",
      ledger: "targets",
      title: ["示例区科技局年度任务指标（2011—2013年）"],
      columns: [
        { heading: "年度", cell: (one) => one.year },
        { heading: "指标名称", width: 34, cell: (one) => one.metric },
        { heading: "目标值", cell: (one) => one.value },
        { heading: "计量单位", cell: (one) => one.unit },
        { heading: "目标要求", cell: (one) => one.resolve },
        { heading: "重点企业", width: 30, cell: (one) => one.candidates.join("、") || null },
        { heading: "责任科室", cell: (one) => one.office },
        { heading: "下达文件", width: 26, cell: (one) => one.source },
      ],
      rows: targets,
      notes: ["注：2013年为计划目标；省级以上1家含在市级以上4家之内。"],
    }),
    layOut<MetricValue>({
      name: "统计数据",
      ledger: "metricValues",
      title: ["示例区高新技术产业统计数据（示例）"],
      columns: [
        { heading: "指标名称", width: 28, cell: (one) => one.metric },
        { heading: "所属时期", cell: (one) => dateCell(one.period) },
        { heading: "数值", cell: (one) => one.value },
        { heading: "计量单位", cell: (one) => one.unit },
        { heading: "数据性质", cell: (one) => one.nature },
        { heading: "数据来源", width: 22, cell: (one) => one.source },
        { heading: "提供日期", cell: (one) => dateCell(one.date, "excel") },
      ],
      rows: metricValues,
      notes: ["注：快报数以年报为准。"],
    }),
  ],
};

const thousands = (tenThousands: number): number => Math.round(tenThousands * 10 * 1000) / 1000;

const companyYearBook2011: Book = {
  file: "20示例区规上企业研发活动情况表（2011年）.xlsx",
  sheets: [
    layOut<CompanyYear>({
      name: "2011年",
      ledger: "companyYears",
      title: ["示例区规模以上企业研发活动情况表", "2011年"],
      above: ["综合机关：示例区统计局", "计量单位：千元"],
      columns: [
        { heading: "单位详细名称", width: 30, cell: (one) => fullName(one.company) },
        { heading: "统一社会信用代码", width: 24, cell: (one) => organisation(one.company).creditCode },
        { heading: "统计年度", cell: (one) => one.year },
        { heading: "口径", cell: () => "统计口径" },
        { heading: "主营业务收入", isSummed: true, cell: (one, at) => (at === 0 ? "3,860,000" : thousands(one.sales)) },
        {
          heading: "研发经费支出",
          isSummed: true,
          cell: (one) => (one.research === null ? null : thousands(one.research)),
        },
        { heading: "从业人员", isSummed: true, cell: (one) => one.staff },
        { heading: "研发人员", isSummed: true, cell: (one) => one.researchStaff },
      ],
      rows: companyYears2011,
      notes: ["说明：本表金额计量单位为千元。"],
    }),
  ],
};

const companyYearBook2012: Book = {
  file: "21示例区企业研发费用情况表（2012年）.xlsx",
  sheets: [
    layOut<CompanyYear>({
      name: "研发费用",
      ledger: "companyYears",
      title: ["附件10：示例区2012年企业研发费用情况表"],
      above: ["填报单位：示例区科技局", "填报时间：2013-1-6"],
      columns: [
        { heading: "企业名称", width: 18, cell: (one) => one.company },
        { heading: "所属年度", cell: (one) => `${one.year}年` },
        { heading: "数据口径", cell: () => "统计" },
        { heading: "营业收入（万元）", width: 16, isSummed: true, cell: (one) => one.sales },
        { heading: "研发费用合计（万元）", width: 20, isSummed: true, cell: (one, at) => blankOr(one.research, at) },
        { heading: "期末从业人员", isSummed: true, cell: (one) => one.staff },
        { heading: "研究开发人员", isSummed: true, cell: (one, at) => blankOr(one.researchStaff, at + 1) },
      ],
      rows: companyYears2012,
      total: "合计",
      notes: ["注：空白、“—”、“/”为未报，不是零。", "填表人：示例庚    审核人：示例乙"],
    }),
  ],
};

export const figureBooks: readonly Book[] = [targetBook, companyYearBook2011, companyYearBook2012];
