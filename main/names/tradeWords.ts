// Words of trade behind a company's own name (字号). What is left of 圆友重工科技 without them is 圆友.

/** Say nothing of what the company does; two names that differ by these only may well be one. */
export const weakWords = new Set(
  "科技 技术 实业 发展 工贸 商贸 经贸 科贸 贸易 国际 控股 企业 工业 产业 投资 开发 制造 高科 生态 股份".split(" "),
);

/** Writings of one trade, the first as its name. */
const sameTrade: readonly (readonly string[])[] = [
  ["制药", "药业", "医药", "药"],
  ["重工", "重型机械", "重型装备", "重机"],
  ["塑料", "塑胶", "塑业"],
  ["机械", "机器", "机械制造"],
  ["化工", "化学", "化学工业", "精细化工"],
  ["纸业", "造纸"],
  ["建设", "建筑", "建安", "建工", "建筑安装"],
  ["环保", "环境", "环境保护"],
  ["新材料", "材料", "新型材料"],
  ["生物", "生物工程", "生物制品"],
  ["电气", "电器"],
  ["农业", "农牧", "农业发展"],
  ["食品", "食品加工"],
  ["纺织", "纺织品", "棉纺"],
  ["通信", "通讯"],
  ["种业", "种子"],
  ["建材", "建筑材料"],
];

const others =
  "声学 水处理 传动 机电 机床 橡胶 橡塑 服饰 服装 针织 印染 饮料 医疗 医疗器械 器械 电子 电力 电缆 线缆 信息 软件 网络 智能 自动化 " +
  "能源 新能源 节能 石化 石油 钢铁 钢构 钢结构 装备 设备 动力 汽车 汽配 汽车零部件 零部件 配件 工程 安装 装饰 置业 " +
  "房地产 地产 管理 咨询 服务 文化 传媒 广告 物流 运输 包装 印刷 木业 家具 家居 玻璃 陶瓷 铸造 锻造 模具 五金 金属 " +
  "铝业 铜业 矿业 水泥 管业 管道 阀门 泵业 轴承 仪器 仪表 仪器仪表 光电 光学 照明 航空 船舶 海洋 水产 渔业 畜牧 养殖 " +
  "种苗 饲料 肥业 化肥 农药 园林 绿化 水务 热力 燃气 保温 防水 涂料 染料 颜料 柴油机 发动机 内燃机 电机 变压器 进出口 " +
  "供应链 互联网 数据 大数据 云计算 研究 检测 认证 教育 培训 保险 担保 小额贷款 种植 果蔬 蔬菜 面粉 粮油 油脂 酒业 酿酒 " +
  "茶业 调味品 盐业 日化 卫浴 门窗 幕墙 消防 安防 电梯 起重 矿山 工具 磨具 磨料 紧固件 弹簧 焊接 热处理 水文 水利 特种 " +
  "精密 系统 集成 微电子 半导体 芯片 激光 传感 物联网 电池 锂电 风电 光伏 太阳能 碳素 石墨 纤维 无纺布 皮革 鞋业 玩具 " +
  "乳业 肉业 面业 糖业 胶业 漆业 油墨 工艺品 地毯 轮胎 车桥 车业 农机 农机具 农业机械 工程机械 纺织机械 木材 板材 冷链 " +
  "商务 电子商务 餐饮 酒店 旅游 商业 百货 超市 物业 人力资源 知识产权 会计 审计 测绘 勘察 设计 监理 规划 园艺 花卉";

/** Institutions; two of different kinds are never one. */
const institutionWords =
  "科学院 研究院 研究所 大学 学院 学校 中学 小学 医院 中心 协会 学会 商会 联合会 委员会 管理局 局 事务所 工作室 经营部 门市部 " +
  "商行 商店 农场 农业园 示范园 示范区 产业园 科技园 孵化器 实验室 工作站 基金会 银行 合作中心 服务站 推广站";
export const institutions = institutionWords.split(" ").sort((a, b) => b.length - a.length);

const tradeOf = new Map<string, string>(others.split(" ").map((word) => [word, word]));
for (const [name = "", ...writings] of sameTrade) for (const word of [name, ...writings]) tradeOf.set(word, name);
for (const word of weakWords) tradeOf.set(word, word);
const longest = Math.max(...[...tradeOf.keys()].map((word) => word.length));

/** The trade word that a text ends with, and what it counts as; null where it ends with none. */
export function trailingTrade(text: string): { readonly word: string; readonly trade: string } | null {
  for (let length = Math.min(longest, text.length); length >= 1; length--) {
    const word = text.slice(-length);
    const trade = tradeOf.get(word);
    if (trade !== undefined) return { word, trade };
  }
  return null;
}
