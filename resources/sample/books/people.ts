import { blankOr, dateCell, mixedDate } from "../cells.ts";
import type { Carrier, Honour, PolicyReward, Talent, TechnologyLoan } from "../data/people.ts";
import { carriers, honours, policyRewards, talents, technologyLoans } from "../data/people.ts";
import type { Book } from "../layout.ts";
import { layOut } from "../layout.ts";

const level = (one: { level: string }): string => `${one.level}级`;

export const peopleBook: Book = {
  file: "23示例区荣誉人才政策载体金融情况表.xlsx",
  sheets: [
    layOut<Honour>({
      name: "荣誉",
      ledger: "honours",
      title: ["示例区科技工作荣誉表（示例）"],
      columns: [
        { heading: "荣誉年度", cell: (one) => one.year },
        { heading: "荣誉名称", width: 28, cell: (one) => one.name },
        { heading: "获得者", width: 20, cell: (one) => one.receiver },
        { heading: "荣誉级别", cell: level },
        { heading: "授予单位", width: 20, cell: (one) => one.issuer },
        { heading: "授予时间", cell: (one) => dateCell(one.date) },
      ],
      rows: honours,
    }),
    layOut<Talent>({
      name: "人才团队",
      ledger: "talents",
      title: ["示例区科技人才、团队入选情况表（示例）"],
      columns: [
        { heading: "人才（团队）名称", width: 22, cell: (one) => one.name },
        { heading: "人才类型", cell: (one) => one.kind },
        { heading: "所在单位", width: 22, cell: (one) => one.company },
        { heading: "人才称号", width: 24, cell: (one) => one.title },
        { heading: "人才级别", cell: level },
        { heading: "入选时间", cell: (one, at) => mixedDate(one.date, at) },
      ],
      rows: talents,
    }),
    layOut<PolicyReward>({
      name: "政策兑现",
      ledger: "policyRewards",
      title: ["示例区科技创新奖励政策兑现表（示例）"],
      above: ["填报单位：示例区科技局", "单位：万元"],
      columns: [
        { heading: "兑现年度", cell: (one) => one.year },
        { heading: "兑现企业", width: 22, cell: (one) => one.company },
        { heading: "政策名称", width: 28, cell: (one) => one.policy },
        { heading: "奖补事项", width: 28, cell: (one) => one.matter },
        { heading: "兑现金额", isSummed: true, cell: (one) => one.amount },
        { heading: "兑现时间", cell: (one) => dateCell(one.paid, "slashes") },
      ],
      rows: policyRewards,
      total: "合计",
    }),
    layOut<Carrier>({
      name: "园区载体",
      ledger: "carriers",
      title: ["示例区科技园区、孵化载体情况表（示例）"],
      columns: [
        { heading: "载体名称", width: 26, cell: (one) => one.name },
        { heading: "载体类型", cell: (one) => one.kind },
        { heading: "载体级别", cell: level },
        { heading: "运营单位", width: 30, cell: (one) => one.operator },
        { heading: "认定时间", cell: (one) => dateCell(one.date) },
        { heading: "载体面积（平方米）", width: 18, cell: (one) => one.area },
        { heading: "在园企业数", cell: (one, at) => blankOr(one.tenants, at) },
      ],
      rows: carriers,
    }),
    layOut<TechnologyLoan>({
      name: "科技金融",
      ledger: "technologyFinance",
      title: ["示例区科技金融服务情况表（示例）"],
      columns: [
        { heading: "贷款企业", width: 26, cell: (one) => one.company },
        { heading: "金融类型", cell: (one) => one.kind },
        { heading: "放款机构", cell: (one) => one.bank },
        { heading: "贷款金额（万元）", width: 16, isSummed: true, cell: (one) => one.amount },
        { heading: "放款时间", cell: (one) => dateCell(one.date) },
      ],
      rows: technologyLoans,
    }),
  ],
};
