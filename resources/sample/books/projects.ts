import { blankOr, dateCell, mixedDate, periodCell, wideNumber } from "../cells.ts";
import type { ProjectFund } from "../data/funds.ts";
import { projectFunds } from "../data/funds.ts";
import { fullName } from "../data/organisations.ts";
import type { Project } from "../data/project.ts";
import { projects2011 } from "../data/projects2011.ts";
import { districtProjects2012, projects2012 } from "../data/projects2012.ts";
import type { ProspectiveProject } from "../data/prospectiveProjects.ts";
import { applications, reserveProjects } from "../data/prospectiveProjects.ts";
import type { Book, Column, Sheet } from "../layout.ts";
import { layOut } from "../layout.ts";
import { nameVariant } from "../nameVariant.ts";

const LEDGER = "projects";
const level = (one: { level: string }): string => `${one.level}级`;

const described: readonly Column<Project>[] = [
  { heading: "项目名称", width: 44, cell: (one) => one.name },
  { heading: "立项编号", width: 16, cell: (one) => one.number },
  { heading: "计划类别", width: 26, cell: (one) => one.plan },
  { heading: "级别", width: 8, cell: level },
  { heading: "承担单位", width: 28, cell: (one, at) => nameVariant(one.company, at) },
  { heading: "项目负责人", cell: (one) => one.leader },
  { heading: "起止年限", width: 18, cell: (one) => periodCell(one.period) },
];

const mode: Column<Project> = { heading: "资助方式", cell: (one) => (one.grant === null ? null : "无偿资助") };

const approval: readonly Column<Project>[] = [
  mode,
  { heading: "立项时间", cell: (one, at) => mixedDate(one.approved, at) },
  { heading: "立项文号", width: 24, cell: (one) => one.documentNo },
  { heading: "技术领域", cell: (one) => one.field },
  { heading: "项目状态", cell: (one) => one.status },
];

/** One grant carries its unit in the cell, one is typed in wide digits. */
const grantWithHabits = (one: Project, at: number) =>
  one.grant === 400 ? "400万" : one.plan === "国家星火计划" ? (wideNumber(one.grant) ?? "—") : blankOr(one.grant, at);

const upperSheet = layOut<Project>({
  name: "国家级、省级",
  ledger: LEDGER,
  title: ["附件8：示例区2012年科技计划项目立项汇总表", "（国家级、省级）"],
  columns: [
    ...described,
    { heading: "总投资", group: "经费（万元）", isSummed: true, cell: (one) => one.investment },
    { heading: "立项经费", group: "经费（万元）", isSummed: true, cell: grantWithHabits },
    ...approval,
  ],
  rows: projects2012.filter((one) => one.level !== "市"),
  subtotal: level,
  total: "合计",
  notes: ["注：立项经费为批复的无偿资助额；“—”为无资金支持。"],
});

const plainSheet = (name: string, title: string, rows: readonly Project[]): Sheet =>
  layOut<Project>({
    name,
    ledger: LEDGER,
    title: [title],
    above: ["填报单位：示例区科技局计划科", "2012年12月"],
    columns: [
      ...described,
      { heading: "总投资（万元）", isSummed: true, cell: (one) => one.investment },
      { heading: "立项经费（万元）", isSummed: true, cell: (one, at) => blankOr(one.grant, at) },
      ...approval,
    ],
    rows,
    total: "合计",
    notes: ["填表人：示例丁    审核人：示例乙"],
  });

const bookOf2012: Book = {
  file: "08示例区2012年科技计划项目立项汇总表.xlsx",
  sheets: [
    upperSheet,
    plainSheet(
      "市级",
      "示例区2012年市级科技计划项目立项汇总表",
      projects2012.filter((one) => one.level === "市"),
    ),
    plainSheet("区级", "示例区2012年区级科技计划项目立项汇总表", districtProjects2012),
  ],
};

const bookOf2011: Book = {
  file: "09示例区2011年科技计划项目汇总表.xlsx",
  sheets: [
    layOut<Project>({
      name: "2011年",
      ledger: LEDGER,
      title: ["示例区2011年科技计划项目汇总表"],
      above: ["填报单位：示例区科技局计划科", "单位：万元"],
      columns: [
        { heading: "项目名称", width: 36, cell: (one) => one.name },
        { heading: "项目编号", width: 16, cell: (one) => one.number },
        { heading: "计划名称", width: 28, cell: (one) => one.plan },
        { heading: "项目级别", cell: (one) => one.level },
        { heading: "项目承担单位", width: 28, cell: (one) => fullName(one.company) },
        { heading: "负责人", cell: (one) => one.leader },
        { heading: "起止时间", width: 18, cell: (one) => periodCell(one.period) },
        { heading: "项目总投资", isSummed: true, cell: (one) => (one.investment === 4200 ? "4,200" : one.investment) },
        { heading: "支持经费", isSummed: true, cell: (one, at) => (at === 3 ? wideNumber(one.grant) : one.grant) },
        mode,
        { heading: "批准时间", cell: (one, at) => mixedDate(one.approved, at + 1) },
        { heading: "验收时间", cell: (one) => dateCell(one.accepted, "dots") },
        { heading: "批准文号", width: 24, cell: (one) => one.documentNo },
        { heading: "进展情况", cell: (one) => one.status },
      ],
      rows: projects2011,
      notes: ["注：支持经费均为无偿资助。"],
    }),
  ],
};

const prospectiveBook: Book = {
  file: "10示例区预备储备及2013年申报项目表.xlsx",
  sheets: [
    layOut<ProspectiveProject>({
      name: "预备、储备",
      ledger: LEDGER,
      title: ["示例区2012年列入上级预备、储备计划项目表"],
      columns: [
        { heading: "项目名称", width: 34, cell: (one) => one.name },
        { heading: "计划类别", width: 28, cell: (one) => one.plan },
        { heading: "级别", width: 8, cell: level },
        { heading: "申报单位", width: 28, cell: (one) => one.company },
        { heading: "项目状态", cell: (one) => one.status },
        { heading: "计划年度", cell: (one) => one.year },
        { heading: "列入时间", cell: (one) => dateCell(one.since) },
        { heading: "申请经费（万元）", cell: (one) => one.asked },
        { heading: "备注", width: 18, cell: (one) => one.note },
      ],
      rows: reserveProjects,
      notes: ["注：预备、储备项目不计入当年立项数。"],
    }),
    layOut<ProspectiveProject>({
      name: "申报、推荐",
      ledger: LEDGER,
      title: ["示例区2013年拟申报科技计划项目表"],
      above: ["填报单位：示例区科技局计划科", "单位：万元"],
      columns: [
        { heading: "项目名称", width: 34, cell: (one) => one.name },
        { heading: "所属计划", width: 28, cell: (one) => one.plan },
        { heading: "项目级别", cell: (one) => one.level },
        { heading: "申报单位", width: 28, cell: (one) => fullName(one.company) },
        { heading: "项目状态", cell: (one) => one.status },
        { heading: "计划年度", cell: (one) => one.year },
        { heading: "申报时间", cell: (one, at) => mixedDate(one.since, at) },
        { heading: "申请资金", cell: (one) => one.asked },
        { heading: "备注", cell: (one) => one.note },
      ],
      rows: applications,
    }),
  ],
};

const fundBook: Book = {
  file: "11示例区科技计划资金到位情况表（2011-2012年）.xlsx",
  sheets: [
    layOut<ProjectFund>({
      name: "资金到位",
      ledger: "projectFunds",
      title: ["附件9：示例区科技计划项目资金到位情况表", "（2011—2012年）"],
      above: ["填报单位：示例区科技局计划科", "单位：万元"],
      columns: [
        { heading: "项目名称", width: 40, cell: (one) => one.project },
        { heading: "承担单位", width: 28, cell: (one, at) => nameVariant(one.company, at) },
        { heading: "资金类型", cell: (one) => one.kind },
        { heading: "资助方式", cell: (one) => one.mode },
        { heading: "资金来源级别", cell: (one) => `${one.sourceLevel}级` },
        { heading: "到账时间", cell: (one, at) => mixedDate(one.date, at) },
        { heading: "金额", isSummed: true, cell: (one, at) => (at === 7 ? "200万元" : one.amount) },
      ],
      rows: projectFunds,
      total: "合计",
      notes: ["注：1.立项时的无偿资助批复额见立项汇总表，本表不再填；2.贷款贴息为批复数，不属于无偿资助。"],
    }),
  ],
};

export const projectBooks: readonly Book[] = [bookOf2012, bookOf2011, prospectiveBook, fundBook];
