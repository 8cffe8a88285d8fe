import { blankOr, mixedDate } from "../cells.ts";
import type { Collaboration } from "../data/collaborations.ts";
import { collaborations } from "../data/collaborations.ts";
import { organisation, subdistricts } from "../data/organisations.ts";
import type { Book, Sheet } from "../layout.ts";
import { layOut } from "../layout.ts";
import { nameVariant } from "../nameVariant.ts";

const PARK = "高新技术产业园";
const order = subdistricts.map((one) => one.name);
const subdistrict = (one: Collaboration): string => organisation(one.company).subdistrict ?? "";
const inPark = (one: Collaboration): boolean => subdistrict(one) === PARK;

const bySubdistrict = [...collaborations]
  .filter((one) => !inPark(one))
  .sort((left, right) => order.indexOf(subdistrict(left)) - order.indexOf(subdistrict(right)));

const sheet = (name: string, title: string, rows: readonly Collaboration[], withSubtotals: boolean): Sheet =>
  layOut<Collaboration>({
    name,
    ledger: "collaborations",
    title: [title],
    above: ["填报单位：示例区科技局成果科", "单位：万元"],
    columns: [
      { heading: "所属街道", mergeDown: true, cell: subdistrict },
      { heading: "企业名称", width: 28, cell: (one, at) => nameVariant(one.company, at) },
      {
        heading: "合作院所",
        width: 36,
        cell: (one, at) => one.partners.map((partner) => nameVariant(partner, at % 2)).join("、"),
      },
      { heading: "合作形式", cell: (one) => one.form },
      { heading: "合作项目名称", width: 34, cell: (one) => one.title },
      { heading: "共建平台名称", width: 24, cell: (one) => one.platform },
      { heading: "合同金额", isSummed: true, cell: (one, at) => blankOr(one.amount, at) },
      { heading: "签订时间", cell: (one, at) => mixedDate(one.signed, at) },
      { heading: "到期时间", cell: (one, at) => mixedDate(one.ends, at + 3) },
      { heading: "国别", cell: (one) => one.country },
      { heading: "进展情况", cell: (one) => one.status },
    ],
    rows,
    ...(withSubtotals ? { subtotal: subdistrict } : {}),
    total: "合计",
    notes: ["注：一家企业有多项协议的逐项填写；“意向”尚未签约；合同已结束的填“结束”。"],
  });

export const collaborationBook: Book = {
  file: "07示例区产学研合作情况表（2012年）.xlsx",
  sheets: [
    sheet("各街道", "附件7：示例区2012年产学研合作情况表（街道）", bySubdistrict, true),
    sheet("产业园", "附件7：示例区2012年产学研合作情况表（产业园）", collaborations.filter(inPark), false),
  ],
};
