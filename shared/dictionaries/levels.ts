import { type Spelled, plain, ranked } from "./plain.ts";

const official: readonly Spelled[] = [
  ["国家级", "国家", "部级", "国家部委", "国级"],
  ["省级", "省", "省部级", "自治区级", "省、部级"],
  ["市级", "市", "地市级", "设区市级", "州级"],
  ["区级", "区", "县级", "县", "区县级", "县区级", "区（县）级"],
];

/** 市级以上 asks for this order. */
export const levels = ranked("levels", "级别", ...official);

const places: Readonly<Record<string, string>> = { 国家: "国家级", 省: "省级", 市: "市级", 区: "区级", 县: "区级" };

/** The level that the name of an award or a plan says by the place before it (山东省科技进步奖), or null. */
export function levelTold(name: string): string | null {
  const [, before = ""] =
    /^(.*?)级?(?=科|自然|技术|专利|最高|国际|星火|火炬|重点|自主|软科|863|973|创新)/u.exec(name) ?? [];
  if (/国家$|^中国$/u.test(before)) return before === "中国" && !name.startsWith("中国专利") ? null : "国家级";
  if (/自治区$|(?:北京|天津|上海|重庆)市$/u.test(before)) return "省级";
  return places[before.at(-1) ?? ""] ?? null;
}

/** Awards of societies stand below all official ones and are never 市级以上. */
export const awardLevels = ranked("awardLevels", "奖励级别", ...official, [
  "社会力量",
  "社会力量设奖",
  "行业协会",
  "学会",
]);

export const departments = plain(
  "departments",
  "主管部门",
  ["科技", "科技局", "科技厅", "科技部", "科学技术局", "市科技局", "省科技厅", "科学技术厅", "科学技术部"],
  ["发改", "发改委", "发改局", "发展改革", "发展和改革委员会", "省发改委", "市发改委", "国家发改委"],
  [
    "工信",
    "工信局",
    "工信厅",
    "工信部",
    "经信委",
    "经信局",
    "工业和信息化局",
    "工业和信息化厅",
    "市工信局",
    "省工信厅",
  ],
  ["人社", "人社局", "人社厅", "人力资源和社会保障局", "人社部"],
  ["科协", "科学技术协会", "市科协", "省科协"],
  ["农业", "农业农村", "农业局", "农业农村局", "农业农村厅"],
  ["市场监管", "知识产权", "知识产权局", "市场监管局"],
  ["教育", "教育局", "教育厅", "教育部"],
  "其他",
);

export const subdistrictKinds = plain("subdistrictKinds", "街道类别", "街道", "镇", "乡", ["园区", "开发区", "管委会"]);
