import hitechFields from "../data/hitech_fields_2016.json" with { type: "json" };
import { defineDictionary } from "./define.ts";

// 国科发火〔2008〕172号 was replaced by 国科发火〔2016〕32号; certificates of the older rule keep its words.

const lastOfOld = 2015;
const firstOfNew = 2016;

export const highTechRules = defineDictionary({
  name: "highTechRules",
  title: "认定办法",
  terms: [
    {
      term: "2008年办法",
      aliases: ["2008", "172号", "国科发火〔2008〕172号"],
      from: 2008,
      to: lastOfOld,
      mapsTo: "2016年办法",
    },
    { term: "2016年办法", aliases: ["2016", "32号", "国科发火〔2016〕32号"], from: firstOfNew },
  ],
});

const oldField = (term: string, aliases: readonly string[], mapsTo: string) => ({
  term,
  aliases,
  from: 2008,
  to: lastOfOld,
  mapsTo,
});
const newAliases: Readonly<Record<string, readonly string[]>> = {
  电子信息: ["电子信息技术"],
  生物与新医药: ["生物与新医药技术", "生物医药"],
  航空航天: ["航空航天技术"],
  新材料: ["新材料技术"],
  高技术服务: ["高技术服务业"],
  新能源与节能: ["新能源与节能技术", "新能源及节能", "新能源"],
  资源与环境: ["资源与环境技术", "资源环境", "节能环保"],
  先进制造与自动化: ["先进制造", "先进制造与自动化技术"],
};

/** 国家重点支持的高新技术领域, first level: eight of 2008 and eight of 2016. */
export const technologyFields = defineDictionary({
  name: "technologyFields",
  title: "技术领域",
  terms: [
    oldField("电子信息技术", ["电子信息"], "电子信息"),
    oldField("生物与新医药技术", ["生物与新医药", "生物医药"], "生物与新医药"),
    oldField("航空航天技术", ["航空航天"], "航空航天"),
    oldField("新材料技术", ["新材料"], "新材料"),
    oldField("高技术服务业", ["高技术服务"], "高技术服务"),
    oldField("新能源及节能技术", ["新能源及节能", "新能源与节能", "新能源"], "新能源与节能"),
    oldField("资源与环境技术", ["资源与环境", "资源环境"], "资源与环境"),
    oldField("高新技术改造传统产业", ["高新技术改造传统产业技术", "改造传统产业"], "先进制造与自动化"),
    ...hitechFields.fields.map(({ name }) => ({ term: name, aliases: newAliases[name] ?? [], from: firstOfNew })),
  ],
});

/** Fields of projects, contracts and people: those of the rule, and what lies outside it. */
export const researchFields = defineDictionary({
  name: "researchFields",
  title: "所属领域",
  terms: [
    ...technologyFields.terms,
    { term: "先进制造", aliases: ["装备制造", "机械制造"], to: lastOfOld, mapsTo: "先进制造与自动化" },
    { term: "现代农业", aliases: ["农业", "农业领域", "农业科技"] },
    { term: "社会发展", aliases: ["社会事业", "公共安全"] },
    { term: "医疗卫生", aliases: ["卫生", "医药卫生", "人口健康"] },
    { term: "现代服务业", aliases: ["服务业"] },
    { term: "软科学" },
    { term: "其他" },
  ],
});

/** Second level of 2016. The file's transcription is to be compared with the rule's annex before it serves as law. */
export const technologySubfields = defineDictionary({
  name: "technologySubfields",
  title: "二级领域",
  terms: hitechFields.fields.flatMap(({ children }) => children.map(({ name }) => ({ term: name, from: firstOfNew }))),
});

export const applyTypes = defineDictionary({
  name: "applyTypes",
  title: "申报类型",
  terms: [
    { term: "首次认定", aliases: ["首次", "新认定", "初次认定", "新申报", "认定"] },
    { term: "重新认定", aliases: ["重新", "到期重新认定"] },
    { term: "复审", aliases: ["复审认定", "复审（2008口径）"], to: lastOfOld, mapsTo: "重新认定" },
  ],
});

export const techSmeRoutes = defineDictionary({
  name: "techSmeRoutes",
  title: "直通条件",
  terms: [
    { term: "有效高企证书", aliases: ["高新技术企业", "高企", "拥有有效期内高新技术企业资格证书"] },
    { term: "国家级科技奖励", aliases: ["近五年内获得国家级科技奖励"] },
    { term: "省部级以上研发机构", aliases: ["拥有经认定的省部级以上研发机构"] },
    {
      term: "主导制定标准",
      aliases: ["近五年内主导制定过国际标准、国家标准或行业标准", "主导制定国际、国家或行业标准"],
    },
  ],
});
