import type { ProjectLevel } from "./project.ts";
import { PROVINCIAL } from "./project.ts";

/** 预备, 储备, 申报, 推荐, 拟申报: a set of its own, never 立项. */
export interface ProspectiveProject {
  readonly name: string;
  readonly plan: string;
  readonly level: ProjectLevel;
  readonly company: string;
  readonly status: "预备" | "储备" | "申报" | "推荐" | "拟申报";
  readonly year: number;
  /** When it was listed, submitted or recommended. */
  readonly since: string | null;
  /** Grant asked for, 万元. */
  readonly asked: number | null;
  readonly note: string | null;
}

export const reserveProjects: readonly ProspectiveProject[] = [
  {
    name: "膨胀玻化微珠保温防火砂浆",
    plan: "国家863计划",
    level: "国家",
    company: "创智新材料",
    status: "预备",
    year: 2012,
    since: "2012-06",
    asked: 500,
    note: "全市仅有2项",
  },
  {
    name: "膨胀玻化微珠保温防火砂浆",
    plan: "科技型中小企业技术创新基金",
    level: "国家",
    company: "创智新材料",
    status: "储备",
    year: 2012,
    since: "2012-08-20",
    asked: 80,
    note: null,
  },
];

export const applications: readonly ProspectiveProject[] = [
  {
    name: "示例阿维菌素缓释技术研究",
    plan: PROVINCIAL,
    level: "省",
    company: "沃科奇实业",
    status: "申报",
    year: 2013,
    since: "2012-10-22",
    asked: 30,
    note: "示例",
  },
  {
    name: "示例设施果蔬标准化生产示范",
    plan: "省星火计划重点项目",
    level: "省",
    company: "俊清合作社",
    status: "推荐",
    year: 2013,
    since: "2012-11-15",
    asked: 20,
    note: "示例",
  },
  {
    name: "纤维膜套管",
    plan: "国家国际科技合作与交流专项",
    level: "国家",
    company: "恒联",
    status: "拟申报",
    year: 2013,
    since: null,
    asked: 300,
    note: null,
  },
];
