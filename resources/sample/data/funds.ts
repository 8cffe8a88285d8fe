// Money that followed the approvals. The approved grant itself stands in the project books (立项经费); here are only
// payments of it, and interest subsidies, which are no grants.

export interface ProjectFund {
  readonly project: string;
  readonly company: string;
  readonly kind: "批复" | "首拨" | "到位";
  readonly mode: "无偿资助" | "贷款贴息" | "后补助";
  readonly sourceLevel: "国家" | "省" | "市";
  readonly date: string;
  /** 万元 */
  readonly amount: number;
}

type Row = readonly [
  project: string,
  company: string,
  kind: ProjectFund["kind"],
  mode: ProjectFund["mode"],
  sourceLevel: ProjectFund["sourceLevel"],
  date: string,
  amount: number,
];

const ROWS: readonly Row[] = [
  ["示例功能性纤维产业化", "海龙", "首拨", "无偿资助", "国家", "2011-06-15", 80],
  ["示例功能性纤维产业化", "海龙", "到位", "无偿资助", "国家", "2012-03-20", 40],
  ["示例改性树脂中试", "新材料", "首拨", "无偿资助", "国家", "2011-10", 42],
  ["示例改性树脂中试", "新材料", "到位", "无偿资助", "国家", "2012-12-14", 18],
  ["示例大型搅拌设备研制", "圆友集团", "到位", "无偿资助", "省", "2011-09-08", 50],
  ["示例纤维素膜节能干燥", "恒联", "到位", "无偿资助", "省", "2011-12-22", 30],
  ["示例兽用中药制剂示范", "亚康药业", "到位", "无偿资助", "省", "2012-01-18", 20],
  ["新型自动数字化印刷制版设备CTP联合研制", "精工", "首拨", "无偿资助", "国家", "2012-09-26", 200],
  ["中药杀菌剂对姜瘟病的防治技术研究及应用", "示例生物", "到位", "无偿资助", "国家", "2012-08", 5],
  ["示例阻燃粘胶纤维制备技术", "海龙", "到位", "无偿资助", "省", "2012-06-11", 5],
  ["示例原料药绿色合成工艺", "示例天润制药", "到位", "无偿资助", "省", "2012-11-29", 4],
  ["示例混凝土搅拌站远程监控系统", "圆友重工", "到位", "无偿资助", "市", "2012-06-28", 2],
  ["示例双燃料发动机燃烧系统", "华铃动力", "到位", "无偿资助", "市", "2012-06-28", 2],
  ["示例免耕播种机关键部件", "示例瑞丰机械", "批复", "贷款贴息", "市", "2012-09-03", 20],
  ["示例高效节能双吸泵", "示例百川泵业", "批复", "贷款贴息", "市", "2012-11-20", 15],
];

export const projectFunds: readonly ProjectFund[] = ROWS.map(
  ([project, company, kind, mode, sourceLevel, date, amount]) => ({
    project,
    company,
    kind,
    mode,
    sourceLevel,
    date,
    amount,
  }),
);
