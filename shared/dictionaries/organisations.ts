import { plain } from "./plain.ts";

export const organisationKinds = plain(
  "organisationKinds",
  "单位类别",
  ["企业", "公司", "有限责任公司", "股份有限公司"],
  ["合作社", "农民专业合作社"],
  ["高校", "高等院校", "大学", "院校"],
  ["科研院所", "研究院所", "研究所", "研究院", "科研机构"],
  ["医院", "医疗机构"],
  ["机关", "党政机关", "行政机关"],
  ["事业单位"],
  ["社会组织", "协会", "学会"],
  ["境外机构", "境外企业", "国外机构"],
  "其他",
);
export const organisationStatuses = plain(
  "organisationStatuses",
  "单位状态",
  ["存续", "在业", "开业", "正常", "在营", "在册"],
  "注销",
  ["迁出", "已迁出"],
  "吊销",
);
export const aliasKinds = plain(
  "aliasKinds",
  "别名类别",
  ["曾用名", "原名"],
  "简称",
  ["集团称谓"],
  ["导入写法", "别名"],
);
export const relationKinds = plain("relationKinds", "关系类别", "母子公司", "集团成员", "同一控制", ["更名自", "更名"]);

/** Research expenses have three calibers that are never mixed (国统字〔2019〕101号, 国科发火〔2016〕195号, 财税〔2015〕119号). */
export const calibers = plain(
  "calibers",
  "数据口径",
  ["统计", "统计口径", "107-2", "107-1", "统计局", "研发活动情况"],
  ["高企", "高企口径", "归集"],
  ["加计扣除", "税务", "税务口径"],
  ["火炬", "火炬统计"],
  ["企业自报", "企业申报", "自报"],
);
export const certainties = plain(
  "certainties",
  "数据性质",
  ["实际", "实数", "实际数"],
  ["预计", "预计数", "估计"],
  ["快报", "快报数"],
);
