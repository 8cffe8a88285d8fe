import { creditCode } from "../codes.ts";

// 22 own organisations are named by the report; the others are invented and carry 示例 in the printed name.

export type OrganisationKind = "企业" | "合作社" | "高校" | "科研院所" | "境外机构";

export interface Organisation {
  readonly name: string;
  /** As the report prints it; other files use it as well as the full name. */
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly subdistrict: string | null;
  readonly creditCode: string | null;
  readonly formerName: string | null;
  readonly aliases: readonly string[];
  readonly established: string | null;
  /** Registered capital, 万元. */
  readonly capital: number | null;
  readonly product: string | null;
  readonly aboveScale: boolean | null;
}

type Named = readonly [
  name: string,
  shortName: string,
  subdistrict: string,
  established: string,
  capital: number,
  product: string,
  aboveScale: boolean,
  aliases?: readonly string[],
  formerName?: string,
];

const NAMED: readonly Named[] = [
  ["示例海龙股份有限公司", "海龙", "东城街道", "1988-05-12", 86400, "粘胶纤维", true, ["海龙股份"], "示例化学纤维厂"],
  ["示例圆友集团有限公司", "圆友集团", "西苑街道", "1996-03-08", 20000, "建筑机械", true, ["圆友"]],
  ["示例圆友重工科技有限公司", "圆友重工", "西苑街道", "2004-07-20", 8000, "混凝土搅拌设备", true, ["圆友重工公司"]],
  [
    "示例精工科技股份有限公司",
    "精工",
    "高新技术产业园",
    "2001-09-17",
    5200,
    "印刷制版设备",
    true,
    ["精工科技"],
    "示例精工电子有限公司",
  ],
  ["示例华铃动力有限公司", "华铃动力", "南园街道", "1999-11-02", 6800, "柴油机", true, [], "示例柴油机配件厂"],
  ["示例新材料有限公司", "新材料", "高新技术产业园", "2003-04-25", 3000, "改性树脂", true, ["新材料公司"]],
  ["示例鑫昊木业有限公司", "鑫昊木业", "北郊街道", "2002-06-18", 1500, "竹木复合板", true],
  ["示例双通塑料有限公司", "双通塑料", "滨河街道", "2000-08-09", 1200, "双壁波纹管", true],
  ["示例长松柴油机有限公司", "长松柴油机", "南园街道", "1998-10-30", 2600, "小型柴油机", true, ["长松公司"]],
  ["示例金石通保温材料有限公司", "金石通保温材料", "北郊街道", "2005-12-01", 1000, "岩棉保温板", true, ["金石通"]],
  ["示例沃科奇实业有限公司", "沃科奇实业", "滨河街道", "2003-02-14", 2000, "生物农资", true, ["沃科奇", "沃科奇公司"]],
  [
    "示例创智新材料科技有限公司",
    "创智新材料",
    "高新技术产业园",
    "2007-05-29",
    3600,
    "保温防火材料",
    true,
    ["创智新材料公司", "创智公司"],
  ],
  ["示例亚康药业有限公司", "亚康药业", "东城街道", "2001-01-16", 1800, "兽用中药制剂", true],
  ["示例实业有限公司", "示例实业", "西苑街道", "1997-07-07", 1600, "工业节能设备", true],
  ["示例生物科技有限公司", "示例生物", "滨河街道", "2006-03-22", 900, "植物源农药", false],
  ["示例农化有限公司", "示例农化", "北郊街道", "2004-09-10", 1100, "生物杀菌剂", false, ["示例农化公司"]],
  ["示例幸福药业有限公司", "幸福药业", "东城街道", "2002-12-05", 2400, "中成药", true],
  ["示例奥博仪表有限公司", "奥博仪表", "高新技术产业园", "2008-04-11", 800, "在线监测仪表", false],
  ["示例恒联膜材料有限公司", "恒联", "东城街道", "2000-05-19", 4500, "纤维素膜", true, ["恒联公司"], "示例玻璃纸厂"],
  ["示例河海水文科技有限公司", "河海水文科技", "高新技术产业园", "2012-04-18", 1000, "水文监测设备", false],
  ["示例友联电子有限公司", "友联电子", "高新技术产业园", "2012-08-06", 3000, "电子元件", false],
];

// name stem, subdistrict, product, above scale
const INVENTED: readonly (readonly [string, string, string, boolean])[] = [
  ["瑞丰机械", "西苑街道", "农业机械", true],
  ["恒泰化工", "滨河街道", "无机盐", true],
  ["康源食品", "东城街道", "速冻蔬菜", true],
  ["盛达纺织", "南园街道", "棉纱", true],
  ["金叶造纸", "北郊街道", "文化用纸", false],
  ["明珠玻璃", "西苑街道", "日用玻璃", false],
  ["昌盛铸造", "南园街道", "球墨铸件", true],
  ["华信电缆", "东城街道", "电力电缆", false],
  ["东方阀门", "南园街道", "工业阀门", false],
  ["海纳水产", "滨河街道", "海珍品苗种", false],
  ["绿源种业", "北郊街道", "蔬菜种子", false],
  ["新星橡胶", "西苑街道", "橡胶制品", false],
  ["鼎力液压", "南园街道", "液压件", true],
  ["宏远包装", "东城街道", "包装制品", false],
  ["天润制药", "高新技术产业园", "原料药", true],
  ["博文印刷", "东城街道", "包装印刷", false],
  ["凯利轴承", "南园街道", "精密轴承", false],
  ["远大钢构", "北郊街道", "钢结构", false],
  ["富民饲料", "滨河街道", "配合饲料", false],
  ["泰和电气", "高新技术产业园", "低压电器", true],
  ["中科光电", "高新技术产业园", "光电器件", false],
  ["正阳太阳能", "高新技术产业园", "太阳能集热器", false],
  ["清源环保", "滨河街道", "水处理设备", false],
  ["利民农药", "滨河街道", "农药制剂", true],
  ["德胜汽配", "南园街道", "汽车配件", false],
  ["永固建材", "北郊街道", "新型墙材", false],
  ["安顺安防", "东城街道", "安防器材", false],
  ["佳美家具", "北郊街道", "办公家具", false],
  ["百川泵业", "南园街道", "离心泵", true],
  ["锦绣服装", "东城街道", "出口服装", false],
  ["同创软件", "高新技术产业园", "行业软件", false],
  ["联科仪器", "高新技术产业园", "分析仪器", false],
  ["圣元生物制品", "高新技术产业园", "酶制剂", false],
  ["丰硕肥业", "滨河街道", "复合肥", false],
  ["腾飞模具", "西苑街道", "注塑模具", false],
  ["威力动力机械", "南园街道", "发电机组", false],
  ["银河塑编", "北郊街道", "塑料编织品", false],
  ["兴业机电", "西苑街道", "电动机", false],
  ["科达环境工程", "滨河街道", "环境工程", false],
];

const namedCompanies = NAMED.map(
  ([name, shortName, subdistrict, established, capital, product, aboveScale, aliases = [], formerName = null], at) => ({
    name,
    shortName,
    kind: "企业" as const,
    subdistrict,
    creditCode: creditCode(at + 1),
    formerName,
    aliases,
    established,
    capital,
    product,
    aboveScale,
  }),
);

const inventedCompanies = INVENTED.map(([stem, subdistrict, product, aboveScale], at) => ({
  name: `示例${stem}有限公司`,
  shortName: `示例${stem}`,
  kind: "企业" as const,
  subdistrict,
  creditCode: creditCode(101 + at),
  formerName: null,
  aliases: [],
  established: `${1995 + (at % 15)}-${String((at % 12) + 1).padStart(2, "0")}`,
  capital: 300 + at * 20,
  product,
  aboveScale,
}));

const cooperative = (name: string, shortName: string, subdistrict: string, serial: number, product: string) => ({
  name,
  shortName,
  kind: "合作社" as const,
  subdistrict,
  creditCode: creditCode(serial, "93"),
  formerName: null,
  aliases: [],
  established: "2009-03",
  capital: 100,
  product,
  aboveScale: null,
});

const outside = (name: string, shortName: string, kind: OrganisationKind, aliases: readonly string[] = []) => ({
  name,
  shortName,
  kind,
  subdistrict: null,
  creditCode: null,
  formerName: null,
  aliases,
  established: null,
  capital: null,
  product: null,
  aboveScale: null,
});

/** Own companies of the district. */
export const companies: readonly Organisation[] = [...namedCompanies, ...inventedCompanies];

/** Co-operatives, partners and institutions. */
export const institutions: readonly Organisation[] = [
  cooperative("示例俊清果蔬专业合作社", "俊清合作社", "北郊街道", 301, "设施蔬菜"),
  cooperative("示例惠农种植专业合作社", "示例惠农合作社", "滨河街道", 302, "大姜"),
  cooperative("示例绿野养殖专业合作社", "示例绿野合作社", "滨河街道", 303, "种鸡"),
  outside("同济大学", "同济大学", "高校"),
  outside("北京工业大学", "北京工业大学", "高校", ["北工大"]),
  outside("武汉纺织大学", "武汉纺织大学", "高校"),
  outside("清华大学", "清华大学", "高校"),
  outside("示例大学", "示例大学", "高校"),
  outside("示例理工学院", "示例理工学院", "高校"),
  outside("示例农业大学", "示例农业大学", "高校", ["示例农大"]),
  outside("北京建筑技术发展有限责任公司", "北京建筑技术发展公司", "企业"),
  outside("示例省农业科学院", "示例省农科院", "科研院所"),
  outside("示例化工研究院", "示例化工院", "科研院所"),
  outside("示例机械科学研究所", "示例机械所", "科研院所"),
  outside("加拿大Escher-Grad公司", "Escher-Grad", "境外机构", ["Escher-Grad公司"]),
];

/** Short name → organisation, for books that need the full name, the code or the subdistrict. */
const byShortName = new Map([...companies, ...institutions].map((one) => [one.shortName, one]));

/** The organisation printed as `shortName`; throws on an unknown one, since the sample must be closed. */
export function organisation(shortName: string): Organisation {
  const found = byShortName.get(shortName);
  if (!found) throw new Error(`单位名录里没有“${shortName}”`);
  return found;
}

/** Full name of the organisation printed as `shortName`. */
export const fullName = (shortName: string): string => organisation(shortName).name;

export interface Subdistrict {
  readonly code: string;
  readonly name: string;
  readonly kind: "街道" | "园区";
}

export const subdistricts: readonly Subdistrict[] = [
  { code: "370703001", name: "东城街道", kind: "街道" },
  { code: "370703002", name: "西苑街道", kind: "街道" },
  { code: "370703003", name: "南园街道", kind: "街道" },
  { code: "370703004", name: "北郊街道", kind: "街道" },
  { code: "370703005", name: "滨河街道", kind: "街道" },
  { code: "370703400", name: "高新技术产业园", kind: "园区" },
];
