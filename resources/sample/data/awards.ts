// 市级以上科技进步奖: 9 in 2012 (one provincial), 7 in 2011. A district award and one of a society must not count.

export interface Award {
  readonly year: number;
  readonly award: string;
  readonly level: "省" | "市" | "区" | "社会力量";
  readonly grade: string | null;
  readonly project: string;
  readonly company: string;
  readonly people: string | null;
  readonly published: string;
  readonly documentNo: string | null;
  /** 万元 */
  readonly bonus: number | null;
}

type Row = readonly [level: Award["level"], grade: string | null, company: string, project: string];

const MUNICIPAL_2012: readonly Row[] = [
  ["市", "一等奖", "示例实业", "新型智能蒸汽回收机"],
  ["市", "一等奖", "海龙", "示例高强粘胶短纤维"],
  ["市", "二等奖", "圆友集团", "示例双卧轴搅拌主机"],
  ["市", "二等奖", "恒联", "示例纤维素膜节能生产线"],
  ["市", "二等奖", "示例天润制药", "示例原料药结晶技术"],
  ["市", "三等奖", "示例瑞丰机械", "示例玉米免耕播种机"],
  ["市", "三等奖", "示例百川泵业", "示例节能离心泵"],
  ["市", "三等奖", "亚康药业", "示例复方黄芪制剂"],
];

const MUNICIPAL_2011: readonly Row[] = [
  ["市", "一等奖", "精工", "示例紫激光制版机"],
  ["市", "二等奖", "华铃动力", "示例低排放柴油机"],
  ["市", "二等奖", "新材料", "示例阻燃改性树脂"],
  ["市", "三等奖", "示例鼎力液压", "示例液压换向阀"],
  ["市", "三等奖", "示例利民农药", "示例水乳剂配方"],
  ["市", "三等奖", "示例昌盛铸造", "示例球墨铸铁件"],
];

const municipal = (year: number, published: string, documentNo: string, rows: readonly Row[]): Award[] =>
  rows.map(([level, grade, company, project]) => ({
    year,
    award: "市科技进步奖",
    level,
    grade,
    project,
    company,
    people: null,
    published,
    documentNo,
    bonus: grade === "一等奖" ? 5 : grade === "二等奖" ? 3 : 1,
  }));

export const awards2012: readonly Award[] = [
  {
    year: 2012,
    award: "省科技进步奖",
    level: "省",
    grade: "二等奖",
    project: "膨胀玻化微珠保温防火砂浆",
    company: "创智新材料",
    people: "示例乙、示例戌",
    published: "2012-11-16",
    documentNo: "示例政字〔2012〕210号",
    bonus: 10,
  },
  ...municipal(2012, "2012-06-08", "示例市政〔2012〕35号", MUNICIPAL_2012),
];

export const otherAwards2012: readonly Award[] = [
  {
    year: 2012,
    award: "区科技进步奖",
    level: "区",
    grade: "二等奖",
    project: "示例高效电机",
    company: "示例兴业机电",
    people: null,
    published: "2012-04",
    documentNo: null,
    bonus: 1,
  },
  {
    year: 2012,
    award: "示例行业协会科技创新奖",
    level: "社会力量",
    grade: null,
    project: "示例印刷制版软件",
    company: "精工",
    people: null,
    published: "2012-10",
    documentNo: null,
    bonus: null,
  },
];

export const awards2011: readonly Award[] = [
  {
    year: 2011,
    award: "省科技进步奖",
    level: "省",
    grade: "三等奖",
    project: "示例大型混凝土搅拌主机",
    company: "圆友集团",
    people: "示例己",
    published: "2011-11-21",
    documentNo: "示例政字〔2011〕188号",
    bonus: 5,
  },
  ...municipal(2011, "2011-06-10", "示例市政〔2011〕29号", MUNICIPAL_2011),
];
