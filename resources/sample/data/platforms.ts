// 16 provincial and municipal 工程技术研究中心 stand at the end of 2012; every other row is there not to be counted.

export interface Platform {
  readonly name: string;
  readonly type: string;
  readonly level: "省" | "市" | "区";
  readonly host: string;
  readonly department: string;
  readonly status: "认定" | "申报" | "筹建" | "撤销";
  readonly applied: string | null;
  readonly granted: string | null;
  readonly revoked: string | null;
  readonly documentNo: string | null;
  readonly staff: number | null;
}

const CENTRE = "工程技术研究中心";

type Granted = readonly [
  level: "省" | "市" | "区",
  topic: string,
  host: string,
  granted: string,
  documentNo: string | null,
  staff: number | null,
  applied?: string,
];

const GRANTED: readonly Granted[] = [
  ["省", "粘胶纤维", "海龙", "2006", "示例科字〔2006〕88号", 62],
  ["省", "混凝土机械", "圆友集团", "2009-10", "示例科字〔2009〕121号", 45],
  ["省", "数字化印刷制版", "精工", "2010-12-06", "示例科字〔2010〕160号", 38],
  ["省", "纤维素膜", "恒联", "2008-11", "示例科字〔2008〕97号", 33],
  ["省", "兽药原料", "示例天润制药", "2011-11-25", "示例科字〔2011〕143号", 26],
  ["市", "高效柴油机", "华铃动力", "2008", "示例市科〔2008〕35号", 30],
  ["市", "改性树脂", "新材料", "2009-09", "示例市科〔2009〕41号", 18],
  ["市", "农业机械", "示例瑞丰机械", "2007", null, 16],
  ["市", "液压元件", "示例鼎力液压", "2009-09", "示例市科〔2009〕41号", 15],
  ["市", "农药制剂", "示例利民农药", "2010-10-20", "示例市科〔2010〕52号", 14],
  ["市", "蔬菜育种", "示例绿源种业", "2010-10-20", "示例市科〔2010〕52号", 12],
  ["市", "节能泵", "示例百川泵业", "2010-10-20", "示例市科〔2010〕52号", 17],
  ["市", "低压电器", "示例泰和电气", "2011-06", "示例市科〔2011〕28号", 13],
  ["市", "水处理", "示例清源环保", "2011-11-08", "示例市科〔2011〕60号", 11],
  ["市", "竹木复合材料", "鑫昊木业", "2012-11-20", "示例市科〔2012〕66号", 15, "2012-04"],
  ["市", "塑料管道", "双通塑料", "2012-12-10", "示例市科〔2012〕71号", 14, "2012-04"],
  ["区", "电机", "示例兴业机电", "2010-05", "示例区科〔2010〕9号", 8],
];

const department = { 省: "示例省科技厅", 市: "示例市科技局", 区: "示例区科技局" } as const;

const centre = (level: "省" | "市" | "区", topic: string): string => `示例${level}${topic}${CENTRE}`;

const grantedCentres: readonly Platform[] = GRANTED.map(
  ([level, topic, host, granted, documentNo, staff, applied = null]) => ({
    name: centre(level, topic),
    type: CENTRE,
    level,
    host,
    department: department[level],
    status: "认定",
    applied,
    granted,
    revoked: null,
    documentNo,
    staff,
  }),
);

const waiting = (
  topic: string,
  host: string,
  status: "申报" | "筹建",
  applied: string,
  staff: number | null,
): Platform => ({
  name: centre("市", topic),
  type: CENTRE,
  level: "市",
  host,
  department: department.市,
  status,
  applied,
  granted: null,
  revoked: null,
  documentNo: null,
  staff,
});

export const centres: readonly Platform[] = [
  ...grantedCentres,
  waiting("小型柴油机", "长松柴油机", "申报", "2012-09-18", 19),
  waiting("建筑保温材料", "金石通保温材料", "申报", "2012-09-18", 12),
  waiting("汽车零部件", "示例德胜汽配", "筹建", "2012-05", null),
  {
    name: centre("市", "无机盐"),
    type: CENTRE,
    level: "市",
    host: "示例恒泰化工",
    department: department.市,
    status: "撤销",
    applied: null,
    granted: "2006-12",
    revoked: "2010-12",
    documentNo: null,
    staff: null,
  },
];

type Other = readonly [
  name: string,
  type: string,
  level: "省" | "市",
  host: string,
  department: string,
  granted: string,
];

const OTHERS: readonly Other[] = [
  ["精工国际合作研究中心", "国际合作研究中心", "省", "精工", "示例省科技厅", "2012-04-16"],
  ["海龙企业技术中心", "企业技术中心", "省", "海龙", "示例省经信委", "2005"],
  ["圆友集团企业技术中心", "企业技术中心", "省", "圆友集团", "示例省经信委", "2008"],
  ["华铃动力企业技术中心", "企业技术中心", "市", "华铃动力", "示例市经信委", "2009"],
  ["示例光电器件重点实验室", "重点实验室", "市", "示例中科光电", "示例市科技局", "2011-09"],
  ["示例太阳能热利用工程研究中心", "工程研究中心", "市", "示例正阳太阳能", "示例市发改委", "2012-07"],
  ["示例酶工程院士工作站", "院士工作站", "市", "示例圣元生物制品", "示例市科协", "2012-08"],
];

export const otherPlatforms: readonly Platform[] = OTHERS.map(([name, type, level, host, authority, granted]) => ({
  name,
  type,
  level,
  host,
  department: authority,
  status: "认定",
  applied: null,
  granted,
  revoked: null,
  documentNo: null,
  staff: null,
}));
