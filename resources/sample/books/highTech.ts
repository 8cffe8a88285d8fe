import { blankOr, dateCell, mixedDate } from "../cells.ts";
import type { HighTechCandidate, HighTechCertificate } from "../data/highTech.ts";
import { candidates, certificates, expiredCertificates } from "../data/highTech.ts";
import { fullName, organisation } from "../data/organisations.ts";
import type { Book, Sheet } from "../layout.ts";
import { layOut } from "../layout.ts";

const LEDGER = "highTechCertificates";

const listOf2011 = (name: string, title: string, rows: readonly HighTechCertificate[]): Sheet =>
  layOut<HighTechCertificate>({
    name,
    ledger: LEDGER,
    title: [title],
    above: ["填报单位：示例区科技局高新科", "2011年12月31日"],
    columns: [
      { heading: "企业名称", width: 30, cell: (one) => fullName(one.company) },
      { heading: "所属镇街", cell: (one) => organisation(one.company).subdistrict },
      { heading: "高新技术企业证书编号", width: 22, cell: (one) => one.certificateNo },
      { heading: "发证日期", cell: (one) => dateCell(one.issued, "excel") },
      { heading: "有效期至", cell: (one) => dateCell(one.validTo, "excel") },
      { heading: "认定类型", cell: (one) => one.applyType },
      { heading: "所属技术领域", width: 22, cell: (one) => one.field },
      { heading: "认定状态", cell: () => "认定" },
    ],
    rows,
    notes: ["注：有效期三年，按发证日期起算。"],
  });

const bookOf2011: Book = {
  file: "02示例区2011年高新技术企业名单.xlsx",
  sheets: [
    listOf2011(
      "有效",
      "附件2：示例区2011年高新技术企业名单",
      certificates.filter((one) => one.issued < "2012"),
    ),
    listOf2011("已到期", "示例区2011年到期未重新认定高新技术企业名单", expiredCertificates),
  ],
};

const bookOf2012: Book = {
  file: "03示例区2012年高新技术企业名单.xlsx",
  sheets: [
    layOut<HighTechCertificate>({
      name: "高企名单",
      ledger: LEDGER,
      title: ["附件3：示例区2012年高新技术企业汇总表"],
      above: ["填报单位：示例区科技局", "截至2012年12月31日"],
      columns: [
        { heading: "企业名称", width: 16, cell: (one) => one.company },
        { heading: "街道", cell: (one) => organisation(one.company).subdistrict },
        { heading: "证书编号", width: 20, cell: (one) => one.certificateNo },
        { heading: "证书取得时间", cell: (one, at) => mixedDate(one.issued, at) },
        { heading: "到期时间", cell: (one, at) => mixedDate(one.validTo, at + 2) },
        { heading: "申报类型", cell: (one) => one.applyType },
        { heading: "认定批次", width: 18, cell: (one) => one.batch },
        { heading: "技术领域", width: 22, cell: (one) => one.field },
        { heading: "认定状态", cell: () => "认定" },
      ],
      rows: certificates,
      notes: ["注：圆友集团、精工证书2013年初到期，须重新认定。", "填表人：示例甲    审核人：示例乙"],
    }),
  ],
};

const YEARS = [2010, 2011, 2012] as const;

const candidateBook: Book = {
  file: "04示例区2013年拟申报高企摸底表.xlsx",
  sheets: [
    layOut<HighTechCandidate>({
      name: "摸底表",
      ledger: LEDGER,
      title: ["附件4", "示例区高新技术企业培育库及拟申报企业摸底表"],
      above: ["填报单位：各街道、园区", "单位：万元"],
      columns: [
        { heading: "企业名称", width: 30, cell: (one) => fullName(one.company) },
        { heading: "所属街道", cell: (one) => organisation(one.company).subdistrict },
        { heading: "拟申报年度", cell: (one) => `${one.planYear}年` },
        { heading: "认定状态", cell: (one) => one.status },
        { heading: "培育库级别", cell: (one) => one.poolLevel },
        { heading: "入库时间", cell: (one, at) => dateCell(one.poolDate, at % 2 === 0 ? "chinese" : "dots") },
        { heading: "技术领域", width: 22, cell: (one) => one.field },
        { heading: "发明专利数", group: "知识产权", cell: (one, at) => blankOr(one.patents[0], at) },
        { heading: "实用新型数", group: "知识产权", cell: (one, at) => blankOr(one.patents[1], at) },
        ...YEARS.map((year, index) => ({
          heading: `${year}年`,
          group: "近三年销售收入",
          cell: (one: HighTechCandidate) => one.sales[index] ?? "—",
        })),
        ...YEARS.map((year, index) => ({
          heading: `${year}年`,
          group: "近三年研发费用",
          cell: (one: HighTechCandidate) => one.research[index] ?? "—",
        })),
        { heading: "存在短板", width: 20, cell: (one) => one.gap },
        { heading: "联系科室", cell: () => "高新科" },
      ],
      rows: candidates,
      notes: ["注：2012年数据为预计数；“—”表示未提供。"],
    }),
  ],
};

export const highTechBooks: readonly Book[] = [bookOf2011, bookOf2012, candidateBook];
