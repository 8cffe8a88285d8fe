// Registered technology contracts, in 元 as the registration system exports them.

export interface TechnologyContract {
  readonly number: string;
  readonly name: string;
  readonly kind: "技术开发" | "技术转让" | "技术咨询" | "技术服务";
  readonly seller: string;
  readonly buyer: string;
  readonly direction: "输出" | "吸纳";
  /** 元 */
  readonly amount: number;
  /** Technology part, 元; null = not stated. */
  readonly technologyAmount: number | null;
  readonly signed: string;
  readonly registered: string;
}

type Row = readonly [
  kind: TechnologyContract["kind"],
  seller: string,
  buyer: string,
  name: string,
  direction: "输出" | "吸纳",
  amount: number,
  technologyAmount: number | null,
  signed: string,
  registered: string,
];

const ROWS: readonly Row[] = [
  ["技术开发", "示例理工学院", "双通塑料", "示例管材配方委托开发", "吸纳", 180000, 180000, "2012-02-10", "2012-03-05"],
  ["技术转让", "示例化工院", "新材料", "示例阻燃配方转让", "吸纳", 250000, 250000, "2012-03-08", "2012-04-11"],
  ["技术开发", "示例大学", "精工", "示例制版控制软件开发", "吸纳", 300000, 260000, "2012-03-15", "2012-05-02"],
  ["技术服务", "示例联科仪器", "示例大学", "示例仪器检测服务", "输出", 96000, 96000, "2012-05-21", "2012-06-18"],
  ["技术开发", "示例同创软件", "北京工业大学", "示例数据采集软件", "输出", 420000, 400000, "2012-07-03", "2012-08-09"],
  ["技术咨询", "示例省农科院", "示例绿源种业", "示例育种技术咨询", "吸纳", 60000, null, "2012-09-12", "2012-10-22"],
  [
    "技术服务",
    "示例科达环境工程",
    "示例化工院",
    "示例废水治理技术服务",
    "输出",
    158000.5,
    120000,
    "2012-10-30",
    "2012-12-11",
  ],
  ["技术开发", "示例机械所", "长松柴油机", "示例柴油机降噪开发", "吸纳", 220000, 220000, "2010-12-28", "2011-01-20"],
  [
    "技术转让",
    "示例省农科院",
    "示例绿源种业",
    "示例萝卜品种权许可",
    "吸纳",
    240000,
    240000,
    "2011-05-06",
    "2011-06-15",
  ],
  ["技术服务", "示例联科仪器", "示例理工学院", "示例色谱分析服务", "输出", 75000, 75000, "2011-10-11", "2011-11-08"],
];

export const contracts: readonly TechnologyContract[] = ROWS.map(
  ([kind, seller, buyer, name, direction, amount, technologyAmount, signed, registered], at) => ({
    number: `${registered.slice(0, 4)}37070300${String(at + 1).padStart(4, "0")}`,
    name,
    kind,
    seller,
    buyer,
    direction,
    amount,
    technologyAmount,
    signed,
    registered,
  }),
);
