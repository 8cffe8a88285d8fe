import { plain } from "./plain.ts";

export const milestoneKinds = plain(
  "milestoneKinds",
  "节点",
  ["签约", "签订合同"],
  "落户",
  ["注册", "注册公司"],
  ["用地", "取得用地", "供地"],
  ["开工", "开工建设", "动工"],
  ["完成车间建设", "完成厂房建设", "车间建成", "厂房建成", "主体完工"],
  ["设备安装", "设备安装调试"],
  ["竣工", "建成"],
  ["投产", "投入生产", "试生产"],
  ["达产", "达产达效"],
);
export const origins = plain(
  "origins",
  "资金来源地",
  ["区外市内", "市内"],
  ["市外省内", "省内"],
  ["省外", "省外境内", "国内省外"],
  ["境外", "外资", "国外", "港澳台"],
);
/** Whether a fund row is one arrival, or the sum since New Year as monthly sheets print it. */
export const fundBases = plain("fundBases", "到位口径", ["逐笔", "单笔", "本月到位"], ["当年累计", "累计", "累计到位"]);
