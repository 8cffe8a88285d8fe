import { dateCell, mixedDate } from "../cells.ts";
import type { InvestmentFund, InvestmentMilestone, InvestmentProject } from "../data/investment.ts";
import { investmentFunds, investmentMilestones, investmentProjects } from "../data/investment.ts";
import type { Book } from "../layout.ts";
import { layOut } from "../layout.ts";

export const investmentBook: Book = {
  file: "18示例区科技局招商引资项目进度表（2011-2012年）.xlsx",
  sheets: [
    layOut<InvestmentProject>({
      name: "项目进度",
      ledger: "investmentProjects",
      title: ["示例区科技局招商引资项目进度表", "（2011—2012年）"],
      above: ["填报单位：示例区科技局", "填报时间：2012年12月31日"],
      columns: [
        { heading: "引进年度", cell: (one) => `${one.year}年` },
        { heading: "引进项目名称", width: 22, cell: (one) => one.name },
        { heading: "引进企业", width: 22, cell: (one) => one.company },
        { heading: "投资方", width: 22, cell: (one) => one.investor },
        { heading: "资金来源地", cell: (one) => one.origin },
        { heading: "落户地点", width: 18, cell: (one) => one.site },
        { heading: "建设内容", width: 26, cell: (one) => one.content },
        { heading: "计划总投资（万元）", width: 18, isSummed: true, cell: (one) => one.total },
        { heading: "签约时间", cell: (one, at) => mixedDate(one.signed, at) },
        { heading: "落户时间", cell: (one, at) => mixedDate(one.settled, at + 1) },
        { heading: "开工时间", cell: (one, at) => mixedDate(one.started, at + 2) },
        { heading: "进展情况", cell: (one) => one.stage },
      ],
      rows: investmentProjects,
      total: "合计",
    }),
    layOut<InvestmentFund>({
      name: "到位资金",
      ledger: "investmentFunds",
      title: ["示例区科技局招商引资到位资金明细表"],
      above: ["填报单位：示例区科技局", "单位：万元"],
      columns: [
        { heading: "项目名称", width: 22, cell: (one) => one.project },
        { heading: "到位时间", cell: (one, at) => mixedDate(one.date, at) },
        { heading: "到位资金", isSummed: true, cell: (one, at) => (at === 4 ? "50万元" : one.amount) },
        { heading: "到位凭证", cell: (one) => one.evidence },
      ],
      rows: investmentFunds,
      subtotal: (one) => one.project,
      total: "合计",
      notes: ["注：到位资金以银行转账单、发票认定。"],
    }),
    layOut<InvestmentMilestone>({
      name: "工作节点",
      ledger: "investmentMilestones",
      title: ["示例区科技局招商引资项目工作节点表"],
      columns: [
        { heading: "项目名称", width: 22, cell: (one) => one.project },
        { heading: "节点名称", width: 18, cell: (one) => one.kind },
        { heading: "计划完成时间", width: 18, cell: (one) => dateCell(one.planned) },
        { heading: "实际完成时间", width: 18, cell: (one) => dateCell(one.actual) },
        { heading: "节点要求", cell: (one) => one.resolve },
      ],
      rows: investmentMilestones,
    }),
  ],
};
