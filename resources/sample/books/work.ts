import { blankOr, dateCell, mixedDate, periodCell, wideNumber } from "../cells.ts";
import type { Activity, TechnologyCommissioner } from "../data/activities.ts";
import { activities, commissioners } from "../data/activities.ts";
import type { AgriculturalDemonstration } from "../data/agriculture.ts";
import { demonstrations } from "../data/agriculture.ts";
import type { TechnologyContract } from "../data/contracts.ts";
import { contracts } from "../data/contracts.ts";
import { fullName } from "../data/organisations.ts";
import type { Book } from "../layout.ts";
import { emptySheet, layOut } from "../layout.ts";

const contractBook: Book = {
  file: "15示例区技术合同认定登记台账.xlsx",
  sheets: [
    layOut<TechnologyContract>({
      name: "技术合同",
      ledger: "technologyContracts",
      title: ["示例区技术合同认定登记台账（系统导出）"],
      above: ["导出单位：示例市技术合同登记处", "单位：元"],
      columns: [
        { heading: "合同登记编号", width: 20, cell: (one) => one.number },
        { heading: "合同名称", width: 28, cell: (one) => one.name },
        { heading: "合同类别", cell: (one) => one.kind },
        { heading: "卖方名称", width: 26, cell: (one) => fullName(one.seller) },
        { heading: "买方名称", width: 26, cell: (one) => fullName(one.buyer) },
        { heading: "输出/吸纳", cell: (one) => one.direction },
        { heading: "合同成交额", isSummed: true, cell: (one) => one.amount },
        { heading: "技术交易额", isSummed: true, cell: (one, at) => blankOr(one.technologyAmount, at) },
        { heading: "签订日期", cell: (one) => dateCell(one.signed, "excel") },
        { heading: "登记日期", cell: (one) => dateCell(one.registered, "excel") },
        { heading: "备注", cell: () => "示例" },
      ],
      rows: contracts,
      total: "总计",
    }),
  ],
};

const agricultureBook: Book = {
  file: "16示例区农业科技成果示范转化情况表.xlsx",
  sheets: [
    layOut<AgriculturalDemonstration>({
      name: "农业科技示范",
      ledger: "agriculturalDemonstrations",
      title: ["示例区农业科技成果示范转化情况表（2011—2012年）"],
      columns: [
        { heading: "年度", cell: (one) => one.year },
        { heading: "示范项目名称", width: 40, cell: (one) => one.name },
        {
          heading: "实施单位",
          width: 28,
          cell: (one) =>
            one.company === "沃科奇实业"
              ? "沃科奇公司"
              : one.company === "示例农化"
                ? "示例农化公司"
                : fullName(one.company),
        },
        { heading: "示范技术", width: 28, cell: (one) => one.technology },
        { heading: "示范地点", width: 26, cell: (one) => one.place },
        { heading: "示范面积（亩）", cell: (one, at) => blankOr(one.area, at) },
        { heading: "示范效果", width: 36, cell: (one) => one.effect },
      ],
      rows: demonstrations,
      notes: ["填表人：示例己    审核人：示例乙"],
    }),
  ],
};

const activityBook: Book = {
  file: "17示例区科技培训和科技下乡活动台账.xlsx",
  sheets: [
    layOut<Activity>({
      name: "活动",
      ledger: "activities",
      title: ["示例区科技培训、科技下乡活动台账（2011—2012年）"],
      columns: [
        { heading: "活动名称", width: 34, cell: (one) => one.name },
        { heading: "活动类型", cell: (one) => one.type },
        { heading: "举办时间", cell: (one, at) => mixedDate(one.date, at) },
        { heading: "举办地点", width: 20, cell: (one) => one.place },
        { heading: "场次", isSummed: true, cell: (one) => one.sessions },
        {
          heading: "培训人次",
          group: "规模",
          isSummed: true,
          cell: (one, at) => (at === 2 ? wideNumber(one.people) : one.people),
        },
        {
          heading: "发放宣传资料（份）",
          group: "规模",
          width: 18,
          isSummed: true,
          cell: (one, at) => blankOr(one.materials, at),
        },
        { heading: "接待咨询", group: "规模", isSummed: true, cell: (one, at) => blankOr(one.consults, at) },
        { heading: "主办科室", cell: (one) => one.office },
      ],
      rows: activities,
      total: "合计",
      notes: ["注：空白表示没有统计，不是零。"],
    }),
    layOut<TechnologyCommissioner>({
      name: "科技特派员",
      ledger: "technologyCommissioners",
      title: ["示例区科技特派员名册（2012年）"],
      columns: [
        { heading: "科技特派员", width: 16, cell: (one) => one.person },
        { heading: "工作单位", width: 22, cell: (one) => one.unit },
        { heading: "选派类型", cell: (one) => one.kind },
        { heading: "选派级别", cell: (one) => `${one.level}级` },
        { heading: "服务对象", width: 22, cell: (one) => one.serves },
        { heading: "服务期限", width: 18, cell: (one) => periodCell(one.period) },
        { heading: "备注", cell: () => "示例" },
      ],
      rows: commissioners,
    }),
    emptySheet("Sheet3"),
  ],
};

export const workBooks: readonly Book[] = [contractBook, agricultureBook, activityBook];
