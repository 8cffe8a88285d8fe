import { defineDictionary } from "./define.ts";
import { plain } from "./plain.ts";

export const contractTypes = defineDictionary({
  name: "contractTypes",
  title: "合同类别",
  terms: [
    { term: "技术开发", aliases: ["开发", "技术开发合同", "委托开发", "合作开发"] },
    { term: "技术转让", aliases: ["转让", "技术转让合同"] },
    // The Civil Code (2021) parted licences from transfers.
    { term: "技术许可", aliases: ["许可", "技术许可合同"], from: 2021 },
    { term: "技术咨询", aliases: ["咨询", "技术咨询合同"] },
    { term: "技术服务", aliases: ["服务", "技术服务合同"] },
  ],
});
export const directions = plain(
  "directions",
  "交易方向",
  ["输出", "技术输出", "卖方在本区"],
  ["吸纳", "技术吸纳", "买方在本区"],
  ["区内", "区内交易", "双方在本区"],
);

export const activityTypes = plain(
  "activityTypes",
  "活动类型",
  ["培训", "科技培训", "技术培训", "农民培训", "培训班"],
  ["科技下乡", "下乡", "三下乡"],
  ["科技活动周", "科技周"],
  ["科普", "科普活动", "科普日", "科普宣传"],
  ["咨询", "科技咨询", "现场咨询"],
  ["对接会", "产学研对接", "对接活动", "项目对接会"],
  ["政策宣讲", "政策培训", "宣讲"],
  ["洽谈会", "招商活动", "招商会", "推介会"],
  "其他",
);
export const commissionerKinds = plain(
  "commissionerKinds",
  "特派员类别",
  ["个人", "个人科技特派员"],
  ["团队", "团队科技特派员"],
  ["法人", "法人科技特派员"],
);
