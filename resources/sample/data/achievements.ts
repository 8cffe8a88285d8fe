// Results appraised at municipal level or above: 10 in 2012, 8 in 2011; the one that was only registered must not count.

export interface Achievement {
  readonly name: string;
  readonly company: string;
  readonly evaluation: "鉴定" | "登记";
  readonly level: "省" | "市";
  readonly organiser: string;
  readonly date: string;
  readonly conclusion: string | null;
  readonly certificateNo: string | null;
}

type Row = readonly [level: "省" | "市", company: string, name: string, date: string, conclusion: string | null];

const ROWS_2012: readonly Row[] = [
  ["省", "创智新材料", "膨胀玻化微珠保温防火砂浆", "2012-02-25", "国际先进"],
  ["省", "海龙", "示例阻燃粘胶纤维", "2012-05-18", "国内领先"],
  ["省", "精工", "示例热敏制版机", "2012-09-14", "国内领先"],
  ["市", "示例实业", "新型智能蒸汽回收机", "2012-01-12", "国内领先"],
  ["市", "圆友重工", "示例移动式搅拌站", "2012-06-20", "国内先进"],
  ["市", "恒联", "示例低定量纤维素膜", "2012-07", "国内先进"],
  ["市", "示例瑞丰机械", "示例气吸式播种机", "2012-08-09", "省内领先"],
  ["市", "示例天润制药", "示例原料药纯化工艺", "2012-10-25", "国内先进"],
  ["市", "示例泰和电气", "示例智能断路器", "2012-11-22", "国内先进"],
  ["市", "示例鼎力液压", "示例高压柱塞泵", "2012-12-06", null],
];

const ROWS_2011: readonly Row[] = [
  ["省", "圆友集团", "示例大型混凝土搅拌主机", "2011-04-15", "国内领先"],
  ["省", "华铃动力", "示例高压共轨柴油机", "2011-10-28", "国内先进"],
  ["市", "新材料", "示例阻燃改性树脂", "2011-03-09", "国内先进"],
  ["市", "亚康药业", "示例复方黄芪制剂", "2011-06-16", "国内领先"],
  ["市", "示例利民农药", "示例水乳剂配方", "2011-07-21", "国内先进"],
  ["市", "示例百川泵业", "示例节能离心泵", "2011-09", "省内领先"],
  ["市", "示例清源环保", "示例膜生物反应器", "2011-11-17", "国内先进"],
  ["市", "示例昌盛铸造", "示例消失模铸造工艺", "2011-12-08", null],
];

const organiser = { 省: "示例省科技厅", 市: "示例市科技局" } as const;

const appraised = ([level, company, name, date, conclusion]: Row, at: number): Achievement => ({
  name,
  company,
  evaluation: "鉴定",
  level,
  organiser: organiser[level],
  date,
  conclusion,
  certificateNo: `示例${level === "省" ? "科" : "市科"}鉴字〔${date.slice(0, 4)}〕第${101 + at}号`,
});

export const achievements2012: readonly Achievement[] = [
  ...ROWS_2012.map(appraised),
  {
    name: "示例电机能效测试方法",
    company: "示例兴业机电",
    evaluation: "登记",
    level: "市",
    organiser: organiser.市,
    date: "2012-09-28",
    conclusion: "未评价",
    certificateNo: null,
  },
];

export const achievements2011: readonly Achievement[] = ROWS_2011.map(appraised);
