import { blankOr, dateCell, mixedDate } from "../cells.ts";
import { organisation } from "../data/organisations.ts";
import type { Platform } from "../data/platforms.ts";
import { centres, otherPlatforms } from "../data/platforms.ts";
import type { Qualification } from "../data/qualifications.ts";
import { qualifications } from "../data/qualifications.ts";
import type { Book } from "../layout.ts";
import { layOut } from "../layout.ts";
import { nameVariant } from "../nameVariant.ts";

const level = (one: { level: string }): string => `${one.level}级`;

export const platformBook: Book = {
  file: "05示例区科技创新平台汇总表（截至2012年底）.xlsx",
  sheets: [
    layOut<Platform>({
      name: "工程技术研究中心",
      ledger: "platforms",
      title: ["附件5：示例区工程技术研究中心汇总表（截至2012年底）"],
      above: ["填报单位：示例区科技局高新科", "填报时间：2012.12.31"],
      columns: [
        { heading: "平台名称", width: 34, cell: (one) => one.name },
        { heading: "平台类型", width: 20, cell: (one) => one.type },
        { heading: "级别", width: 8, cell: level },
        { heading: "依托单位", width: 28, cell: (one, at) => nameVariant(one.host, at) },
        { heading: "所属街道", cell: (one) => organisation(one.host).subdistrict },
        { heading: "批准部门", cell: (one) => one.department },
        {
          heading: "申报时间",
          group: "进度",
          cell: (one, at) => dateCell(one.applied, at % 2 === 0 ? "chinese" : "dots"),
        },
        { heading: "认定时间", group: "进度", cell: (one, at) => mixedDate(one.granted, at) },
        { heading: "撤销时间", group: "进度", cell: (one) => dateCell(one.revoked) },
        { heading: "建设状态", cell: (one) => one.status },
        { heading: "批准文号", width: 24, cell: (one) => one.documentNo },
        { heading: "研发人员数", isSummed: true, cell: (one, at) => blankOr(one.staff, at) },
      ],
      rows: centres,
      total: "合计",
      notes: ["注：1.申报、筹建、撤销的不计入总数；2.认定时间只知年份的填年份。", "填表人：示例丙    审核人：示例乙"],
    }),
    layOut<Platform>({
      name: "其他平台",
      ledger: "platforms",
      title: ["示例区其他创新平台汇总表"],
      columns: [
        { heading: "机构名称", width: 30, cell: (one) => one.name },
        { heading: "平台类别", width: 20, cell: (one) => one.type },
        { heading: "平台级别", width: 10, cell: level },
        { heading: "建设单位", width: 28, cell: (one) => organisation(one.host).name },
        { heading: "认定部门", cell: (one) => one.department },
        { heading: "批准时间", cell: (one, at) => mixedDate(one.granted, at) },
        { heading: "建设状态", cell: (one) => one.status },
      ],
      rows: otherPlatforms,
      notes: ["说明：企业技术中心由经信部门认定，工程研究中心由发改部门认定，不属于工程技术研究中心。"],
    }),
  ],
};

export const qualificationBook: Book = {
  file: "06示例区创新型企业及资质称号汇总表.xlsx",
  sheets: [
    layOut<Qualification>({
      name: "资质",
      ledger: "qualifications",
      title: ["附件6：示例区创新型（试点）企业及其他资质称号汇总表", "（截至2012年12月31日）"],
      columns: [
        { heading: "企业名称", width: 28, cell: (one, at) => nameVariant(one.company, at) },
        { heading: "资质类型", width: 18, cell: (one) => one.type },
        { heading: "级别", width: 8, cell: level },
        { heading: "资质状态", cell: (one) => one.status },
        { heading: "申报时间", cell: (one) => dateCell(one.applied, "dots") },
        { heading: "认定时间", cell: (one, at) => mixedDate(one.granted, at) },
        { heading: "预计获批时间", cell: (one) => dateCell(one.expected) },
        { heading: "是否有望获批", cell: (one) => (one.isPromising ? "是" : null) },
        { heading: "批准文号", width: 24, cell: (one, at) => blankOr(one.documentNo, at) },
        { heading: "备注", cell: (one) => (one.isPromising ? "年底有望获批" : null) },
      ],
      rows: qualifications,
      notes: ["填表人：示例丙"],
    }),
  ],
};
