import type { Term } from "../fields/field.ts";
import { defineDictionary } from "./define.ts";

// 国发〔2014〕64号 folded more than a hundred national plans into five classes; provinces and cities followed.

const old = (term: string, mapsTo: string, ...aliases: string[]): Term => ({ term, aliases, to: 2015, mapsTo });
const present = (term: string, from: number, ...aliases: string[]): Term => ({ term, aliases, from });
const lasting = (term: string, ...aliases: string[]): Term => ({ term, aliases });

const research = "国家重点研发计划";
const guidance = "技术创新引导专项（基金）";

export const plans = defineDictionary({
  name: "plans",
  title: "计划类别",
  terms: [
    old("国家863计划", research, "863计划", "863", "国家高技术研究发展计划", "国家863"),
    old("国家973计划", research, "973计划", "973", "国家重点基础研究发展计划", "国家973"),
    old("国家科技支撑计划", research, "科技支撑计划", "国家支撑计划", "科技支撑"),
    old(
      "国家国际科技合作与交流专项",
      research,
      "国家国际科技合作与交流专项计划",
      "国际科技合作与交流专项",
      "国家国际科技合作专项",
      "国家国际合作专项",
      "国际合作专项",
      "国家国际科技合作计划",
    ),
    old("国家火炬计划", guidance, "火炬计划"),
    old("国家星火计划", guidance, "星火计划", "国家级星火计划"),
    old("国家重点新产品计划", guidance, "国家重点新产品", "重点新产品计划", "重点新产品"),
    old("科技型中小企业技术创新基金", guidance, "技术创新基金", "创新基金", "国家创新基金", "国家技术创新基金"),
    old("农业科技成果转化资金", guidance, "国家农业科技成果转化资金", "农业成果转化资金"),
    old("国家软科学研究计划", research, "国家软科学计划", "软科学计划"),
    lasting("国家自然科学基金", "自然科学基金", "国家自然基金"),
    lasting("国家科技重大专项", "科技重大专项", "国家重大专项"),
    present(research, 2016, "重点研发计划", "国家重点研发"),
    present(guidance, 2016, "技术创新引导专项", "技术创新引导计划"),
    present("基地和人才专项", 2016),
    present("中央引导地方科技发展资金", 2016, "中央引导地方", "中央引导地方资金"),
    old("省科技发展计划", "省重点研发计划", "省级科技发展计划", "省科技计划", "山东省科技发展计划"),
    old("省星火计划", "省重点研发计划", "省级星火计划", "省星火计划重点项目"),
    old("省火炬计划", "省重点研发计划", "省级火炬计划"),
    old("省科技支撑计划", "省重点研发计划", "省支撑计划"),
    old("省自主创新专项", "省重点研发计划", "省自主创新成果转化重大专项", "自主创新专项"),
    old("省国际科技合作计划", "省重点研发计划", "省国际合作计划"),
    lasting("省自然科学基金"),
    present("省重点研发计划", 2016, "省重点研发"),
    present("省科技型中小企业创新能力提升工程", 2019, "科技型中小企业创新能力提升工程", "省科小提升工程"),
    present("省技术创新引导计划", 2016),
    old("市科技发展计划", "市重点研发计划", "市级科技发展计划", "市科技计划", "市级科技计划"),
    old("市星火计划", "市重点研发计划", "市级星火计划"),
    present("市重点研发计划", 2016, "市重点研发", "市科技重大专项"),
    lasting("揭榜挂帅", "揭榜挂帅项目"),
    lasting("尖兵领雁", "尖兵领雁研发攻关计划"),
    lasting("区科技发展计划", "区级科技计划", "区科技计划", "县科技计划", "区级科技发展计划"),
    lasting("其他"),
  ],
});
