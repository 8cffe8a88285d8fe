import { blankOr, dateCell, mixedDate } from "../cells.ts";
import type { Achievement } from "../data/achievements.ts";
import { achievements2011, achievements2012 } from "../data/achievements.ts";
import type { Award } from "../data/awards.ts";
import { awards2011, awards2012, otherAwards2012 } from "../data/awards.ts";
import { fullName } from "../data/organisations.ts";
import type { Patent } from "../data/patents.ts";
import { patents } from "../data/patents.ts";
import type { Book, Sheet } from "../layout.ts";
import { layOut } from "../layout.ts";
import { nameVariant } from "../nameVariant.ts";

const level = (one: { level: string }): string => (one.level.length === 1 ? `${one.level}级` : one.level);
const isAppraised = (one: Achievement): boolean => one.evaluation === "鉴定";

const achievementSheet = (year: number, rows: readonly Achievement[]): Sheet =>
  layOut<Achievement>({
    name: `${year}年`,
    ledger: "achievements",
    title: [`示例区${year}年科技成果鉴定、登记汇总表`],
    columns: [
      { heading: "成果名称", width: 34, cell: (one) => one.name },
      { heading: "完成单位", width: 28, cell: (one, at) => nameVariant(one.company, at) },
      { heading: "评价方式", cell: (one) => one.evaluation },
      { heading: "鉴定级别", cell: level },
      { heading: "组织鉴定单位", width: 16, cell: (one) => one.organiser },
      { heading: "鉴定日期", cell: (one, at) => (isAppraised(one) ? mixedDate(one.date, at) : "—") },
      { heading: "登记日期", cell: (one) => (isAppraised(one) ? null : dateCell(one.date, "dots")) },
      { heading: "鉴定结论", cell: (one, at) => blankOr(one.conclusion, at) },
      { heading: "鉴定证书编号", width: 26, cell: (one) => one.certificateNo },
    ],
    rows,
    notes: ["注：只办理登记、未组织鉴定的成果不计入鉴定数。"],
  });

const achievementBook: Book = {
  file: "12示例区科技成果鉴定登记汇总表（2011-2012年）.xlsx",
  sheets: [achievementSheet(2012, achievements2012), achievementSheet(2011, achievements2011)],
};

const awardSheet = (name: string, title: string, rows: readonly Award[]): Sheet =>
  layOut<Award>({
    name,
    ledger: "awards",
    title: [title],
    above: ["填报单位：示例区科技局成果科", "奖金单位：万元"],
    columns: [
      { heading: "奖励年度", cell: (one, at) => (at % 2 === 0 ? one.year : `${one.year}年`) },
      { heading: "奖种", width: 22, cell: (one) => one.award },
      { heading: "奖励级别", cell: level },
      { heading: "获奖等级", cell: (one) => one.grade },
      { heading: "获奖项目名称", width: 34, cell: (one) => one.project },
      { heading: "完成单位", width: 28, cell: (one, at) => nameVariant(one.company, at + 1) },
      { heading: "主要完成人", cell: (one) => one.people },
      { heading: "授奖日期", cell: (one, at) => mixedDate(one.published, at) },
      { heading: "授奖文号", width: 24, cell: (one, at) => blankOr(one.documentNo, at) },
      { heading: "奖金（万元）", isSummed: true, cell: (one) => one.bonus },
    ],
    rows,
    total: "合计",
    notes: ["填表人：示例戊    联系电话：0000-0000000"],
  });

const awardBook: Book = {
  file: "13示例区科技奖励汇总表（2011-2012年）.xlsx",
  sheets: [
    awardSheet("2012年度", "示例区2012年度获科技进步奖汇总表", awards2012),
    awardSheet("2011年度", "示例区2011年度获科技进步奖汇总表", awards2011),
    awardSheet("其他奖励", "示例区2012年度获其他奖励汇总表", otherAwards2012),
  ],
};

export const resultBooks: readonly Book[] = [achievementBook, awardBook];

/** Exported from another office's system: no title, text only, GBK. */
export const patentList = {
  file: "14示例区专利明细（2011-2012年）.csv",
  sheet: layOut<Patent>({
    name: "14示例区专利明细（2011-2012年）",
    ledger: "intellectualProperty",
    title: [],
    columns: [
      { heading: "专利名称", cell: (one) => one.name },
      { heading: "专利类型", cell: (one) => one.kind },
      { heading: "申请号", cell: (one) => one.number },
      { heading: "专利号", cell: (one) => (one.granted === null ? null : `ZL${one.number}`) },
      { heading: "专利权人", cell: (one) => fullName(one.owner) },
      { heading: "申请日", cell: (one) => dateCell(one.applied, "dots") },
      { heading: "授权公告日", cell: (one) => dateCell(one.granted, "dots") },
      { heading: "法律状态", cell: (one) => one.legal },
      { heading: "备注", cell: () => "示例" },
    ],
    rows: patents,
  }),
} as const;
