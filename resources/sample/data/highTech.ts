// Certificates under the 2008 rule: valid three years from the day of issue. Company names are short names.

export interface HighTechCertificate {
  readonly company: string;
  readonly certificateNo: string;
  readonly issued: string;
  readonly validTo: string;
  readonly applyType: "首次认定" | "重新认定";
  readonly batch: string;
  readonly field: string;
}

const MATERIALS = "新材料技术";
const MEDICINE = "生物与新医药技术";
const ENERGY = "新能源及节能技术";
const ENVIRONMENT = "资源与环境技术";
const TRADITIONAL = "高新技术改造传统产业";

export const certificates: readonly HighTechCertificate[] = [
  {
    company: "海龙",
    certificateNo: "GR201137000045",
    issued: "2011-10-31",
    validTo: "2014-10-30",
    applyType: "首次认定",
    batch: "2011年第一批",
    field: MATERIALS,
  },
  {
    company: "圆友集团",
    certificateNo: "GR201037000018",
    issued: "2010-02-10",
    validTo: "2013-02-09",
    applyType: "首次认定",
    batch: "2010年第一批",
    field: TRADITIONAL,
  },
  {
    company: "精工",
    certificateNo: "GR201037000126",
    issued: "2010-03-26",
    validTo: "2013-03-25",
    applyType: "首次认定",
    batch: "2010年第一批",
    field: TRADITIONAL,
  },
  {
    company: "华铃动力",
    certificateNo: "GR201137000203",
    issued: "2011-11-30",
    validTo: "2014-11-29",
    applyType: "首次认定",
    batch: "2011年第二批",
    field: ENERGY,
  },
  {
    company: "新材料",
    certificateNo: "GR201237000087",
    issued: "2012-11-12",
    validTo: "2015-11-11",
    applyType: "首次认定",
    batch: "2012年第二批",
    field: MATERIALS,
  },
];

/** Ran out before the end of 2011 and was not renewed: never part of the stock of either year. */
export const expiredCertificates: readonly HighTechCertificate[] = [
  {
    company: "示例恒泰化工",
    certificateNo: "GR200837000311",
    issued: "2008-12-05",
    validTo: "2011-12-04",
    applyType: "首次认定",
    batch: "2008年第二批",
    field: ENVIRONMENT,
  },
];

export interface HighTechCandidate {
  readonly company: string;
  readonly planYear: number;
  readonly status: "拟申报" | "培育";
  readonly poolLevel: "市" | "区";
  readonly poolDate: string;
  readonly field: string;
  readonly patents: readonly [invention: number | null, utility: number | null];
  /** Sales and R&D of 2010, 2011, 2012, 万元. */
  readonly sales: readonly [number | null, number, number];
  readonly research: readonly [number | null, number, number];
  readonly gap: string | null;
}

export const candidates: readonly HighTechCandidate[] = [
  {
    company: "创智新材料",
    planYear: 2013,
    status: "拟申报",
    poolLevel: "市",
    poolDate: "2012-03",
    field: MATERIALS,
    patents: [3, 8],
    sales: [4200, 6100, 8350],
    research: [215, 330, 468],
    gap: null,
  },
  {
    company: "幸福药业",
    planYear: 2013,
    status: "拟申报",
    poolLevel: "市",
    poolDate: "2012-03",
    field: MEDICINE,
    patents: [1, 4],
    sales: [9100, 9800, 11260],
    research: [290, 372, 455],
    gap: "研发费用归集不规范",
  },
  {
    company: "奥博仪表",
    planYear: 2013,
    status: "拟申报",
    poolLevel: "区",
    poolDate: "2012-06",
    field: ENVIRONMENT,
    patents: [null, 6],
    sales: [null, 1350, 1820],
    research: [null, 96, 131],
    gap: "缺少发明专利",
  },
  {
    company: "示例天润制药",
    planYear: 2014,
    status: "培育",
    poolLevel: "区",
    poolDate: "2012-09",
    field: MEDICINE,
    patents: [null, 2],
    sales: [5600, 6020, 6400],
    research: [120, 150, 170],
    gap: "研发占比偏低",
  },
  {
    company: "示例正阳太阳能",
    planYear: 2014,
    status: "培育",
    poolLevel: "区",
    poolDate: "2012-09",
    field: ENERGY,
    patents: [null, 3],
    sales: [1900, 2300, 2150],
    research: [60, 88, 92],
    gap: null,
  },
  {
    company: "示例清源环保",
    planYear: 2014,
    status: "培育",
    poolLevel: "区",
    poolDate: "2012-09",
    field: ENVIRONMENT,
    patents: [1, null],
    sales: [800, 1020, 1260],
    research: [41, 55, 68],
    gap: "研发人员不足",
  },
];
