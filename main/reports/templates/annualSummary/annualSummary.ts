import type { Template } from "../template.ts";
import { plan } from "./plan.ts";
import { summary } from "./summary.ts";

/** The report says how the year's work stood only where one of its sections has something to show. */
const known = [
  "highTechCompanies",
  "highTechPending",
  "innovativeCompanies",
  "researchPlatforms",
  "collaboratingCompanies",
  "projectsApproved",
  "achievementsEvaluated",
  "awardsScienceProgress",
  "patentsGranted",
  "technologyContractAmount",
  "activities",
  "agriculturalDemonstrations",
  "investmentFunds",
].join("|");

/** 年度工作总结及次年工作计划, in the order that districts print it. */
export const annualSummary: Template = {
  name: "annualSummary",
  label: "年度工作总结及计划",
  title: "{office}{year}年工作总结及{nextYear}年工作计划",
  opening: [
    {
      sentences: [
        {
          block: "引言",
          // That all tasks were done well is for the bureau to say: no metric knows it.
          text: `{year}年，在区委、区政府的正确领导和上级科技部门的指导下，全区科技工作以提高自主创新能力为核心[，以培育高新技术产业为重点{?highTechCompanies|highTechPending}][，突出项目、平台、人才三个关键{?projectsApproved}{?researchPlatforms}{?talentsIntroduced}]{?${known}}。`,
        },
        "现将{period}工作情况和{nextYear}年工作要点报告如下。",
      ],
    },
  ],
  sections: [summary, plan],
};
