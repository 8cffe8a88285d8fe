// Blank counts are unknown, not zero.

export interface Activity {
  readonly name: string;
  readonly type: "培训" | "科技下乡" | "科技活动周" | "科普" | "对接会";
  readonly date: string;
  readonly place: string;
  readonly sessions: number | null;
  readonly people: number | null;
  readonly materials: number | null;
  readonly consults: number | null;
  readonly office: string;
}

type Row = readonly [
  type: Activity["type"],
  name: string,
  date: string,
  place: string,
  sessions: number | null,
  people: number | null,
  materials: number | null,
  consults: number | null,
  office: string,
];

const ROWS: readonly Row[] = [
  ["培训", "示例设施蔬菜栽培技术培训班", "2012-02-21", "北郊街道", 3, 260, 500, null, "农社科"],
  ["培训", "示例企业研发管理培训", "2012-04-12", "区科技局会议室", 1, 85, null, null, "高新科"],
  ["科技活动周", "示例区科技活动周集中宣传", "2012-05-19", "区人民广场", 1, 1500, 4000, 620, "办公室"],
  ["科技下乡", "示例送科技下乡（大姜种植）", "2012-03-15", "滨河街道", 2, 300, 1200, 150, "农社科"],
  ["科技下乡", "示例送科技下乡（养殖）", "2012-09", "滨河街道", 2, 240, 800, 95, "农社科"],
  ["培训", "示例知识产权培训", "2012-10-18", "高新技术产业园", 1, null, 300, null, "成果科"],
  ["科普", "示例科普进校园", "2012-11-08", "东城街道", 4, 900, 1000, null, "办公室"],
  ["对接会", "示例院校企业对接会", "2012-06-27", "高新技术产业园", 1, 120, null, 40, "成果科"],
  ["培训", "示例农村技术骨干培训", "2011-03", "北郊街道", 2, 180, 400, null, "农社科"],
  ["科技活动周", "示例区2011年科技活动周", "2011-05-14", "区人民广场", 1, 1300, 3500, 510, "办公室"],
  ["科技下乡", "示例送科技下乡（果蔬）", "2011-10-20", "北郊街道", 2, 210, 900, 88, "农社科"],
];

export const activities: readonly Activity[] = ROWS.map(
  ([type, name, date, place, sessions, people, materials, consults, office]) => ({
    name,
    type,
    date,
    place,
    sessions,
    people,
    materials,
    consults,
    office,
  }),
);

export interface TechnologyCommissioner {
  readonly person: string;
  readonly unit: string;
  readonly kind: "个人" | "团队" | "法人";
  readonly level: "省" | "市" | "区";
  readonly serves: string;
  readonly period: readonly [from: string, to: string];
}

export const commissioners: readonly TechnologyCommissioner[] = [
  {
    person: "示例张工",
    unit: "示例省农科院",
    kind: "个人",
    level: "省",
    serves: "俊清合作社",
    period: ["2011-05", "2013-04"],
  },
  {
    person: "示例李工",
    unit: "示例农业大学",
    kind: "个人",
    level: "省",
    serves: "示例惠农合作社",
    period: ["2012-03", "2014-02"],
  },
  {
    person: "示例王工",
    unit: "示例农业大学",
    kind: "个人",
    level: "市",
    serves: "示例绿野合作社",
    period: ["2012-03", "2014-02"],
  },
  {
    person: "示例赵工",
    unit: "示例理工学院",
    kind: "个人",
    level: "市",
    serves: "示例瑞丰机械",
    period: ["2011-09", "2013-08"],
  },
  {
    person: "示例大姜团队",
    unit: "示例省农科院",
    kind: "团队",
    level: "区",
    serves: "滨河街道",
    period: ["2012-06", "2014-05"],
  },
];
