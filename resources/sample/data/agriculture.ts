export interface AgriculturalDemonstration {
  readonly year: number;
  readonly name: string;
  readonly company: string;
  readonly technology: string;
  readonly place: string | null;
  /** 亩 */
  readonly area: number | null;
  readonly effect: string;
}

export const demonstrations: readonly AgriculturalDemonstration[] = [
  {
    year: 2012,
    name: "黄芪、双黄连浸膏粉在种鸡生产中的应用",
    company: "亚康药业",
    technology: "中药浸膏粉替代部分抗生素",
    place: "示例绿野合作社养殖基地",
    area: null,
    effect: "示例：种鸡成活率提高，用药成本下降",
  },
  {
    year: 2012,
    name: "植物活性苷肽杀菌剂",
    company: "示例农化",
    technology: "植物源活性苷肽制剂",
    place: "北郊街道",
    area: 1200,
    effect: "示例：病害发生率下降，农残达标",
  },
  {
    year: 2012,
    name: "阿维菌素免耕肥",
    company: "沃科奇实业",
    technology: "药肥一体免耕施用",
    place: "滨河街道",
    area: 3500,
    effect: "示例：节省用工，增产明显",
  },
  {
    year: 2011,
    name: "示例大姜脱毒种苗",
    company: "示例绿源种业",
    technology: "茎尖脱毒",
    place: "滨河街道",
    area: 800,
    effect: "示例：亩产提高",
  },
];
