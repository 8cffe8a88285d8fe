// Yearly figures of the larger companies. 2011 is the statistical form in 千元, 2012 the bureau's own table in 万元.
// Three companies did not report R&D for 2012: blank, not zero.

export interface CompanyYear {
  readonly company: string;
  readonly year: number;
  /** 万元 */
  readonly sales: number;
  /** 万元; null = not reported. */
  readonly research: number | null;
  readonly staff: number;
  readonly researchStaff: number | null;
}

type Row = readonly [
  company: string,
  sales2011: number,
  research2011: number,
  sales2012: number,
  research2012: number | null,
  staff: number,
  researchStaff: number,
];

const ROWS: readonly Row[] = [
  ["海龙", 386000, 12350, 402500, 13120, 5200, 410],
  ["圆友集团", 96500, 3140.5, 104200, 3560, 1350, 142],
  ["圆友重工", 31200, 960, 35800, 1180, 420, 46],
  ["精工", 12800, 690.2, 14300, 815.6, 260, 71],
  ["华铃动力", 45600, 1520, 47900, 1630, 780, 95],
  ["新材料", 8900, 452, 10600, 570, 150, 38],
  ["鑫昊木业", 6400, 130, 7100, 168, 210, 15],
  ["双通塑料", 5200, 118, 5900, 140, 130, 14],
  ["长松柴油机", 9800, 240, 10100, null, 310, 26],
  ["金石通保温材料", 4300, 96, 5200, 125, 95, 12],
  ["沃科奇实业", 7600, 188, 8800, 236, 180, 24],
  ["创智新材料", 6100, 330, 8350, 468, 140, 36],
  ["亚康药业", 5400, 210, 6300, 262, 120, 28],
  ["示例实业", 8200, 205, 9000, 248, 160, 22],
  ["幸福药业", 9800, 372, 11260, 455, 290, 41],
  ["恒联", 42800, 1290, 44600, 1375, 690, 84],
  ["示例瑞丰机械", 13500, 320, 15100, 390, 260, 34],
  ["示例恒泰化工", 18900, 260, 17800, null, 330, 20],
  ["示例康源食品", 22400, 90, 24100, 110, 640, 9],
  ["示例盛达纺织", 27600, 150, 25900, null, 880, 12],
  ["示例昌盛铸造", 11200, 165, 12000, 190, 240, 18],
  ["示例鼎力液压", 7900, 285, 9100, 335, 170, 33],
  ["示例天润制药", 6020, 150, 6400, 170, 190, 25],
  ["示例泰和电气", 8600, 275, 9700, 322, 155, 30],
  ["示例利民农药", 10400, 310, 11300, 352, 205, 29],
  ["示例百川泵业", 6900, 180, 7700, 215, 140, 21],
];

export const companyYears2011: readonly CompanyYear[] = ROWS.map(
  ([company, sales, research, , , staff, researchStaff]) => ({
    company,
    year: 2011,
    sales,
    research,
    staff: staff - 4,
    researchStaff: researchStaff - 1,
  }),
);

export const companyYears2012: readonly CompanyYear[] = ROWS.map(
  ([company, , , sales, research, staff, researchStaff]) => ({
    company,
    year: 2012,
    sales,
    research,
    staff,
    researchStaff: research === null ? null : researchStaff,
  }),
);
