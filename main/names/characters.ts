import { pinyin } from "pinyin-pro";

// Characters that are taken for each other: traditional and odd forms of one, look-alikes, those that sound alike.

const traditional =
  "廠厂國国囯国業业機机電电華华龍龙東东車车長长門门魚鱼鳥鸟馬马風风飛飞興兴聯联藥药農农產产産产廣广園园圓圆環环" +
  "鋼钢鐵铁銅铜鋁铝錦锦鑫鑫銀银鈴铃達达遠远運运進进選选際际陽阳陸陆雲云電电實实寶宝導导專专將将師师應应應应開开" +
  "關关設设計计許许話话誠诚謙谦議议護护豐丰貝贝財财貨货資资貿贸購购質质車车輪轮輝辉農农陳陈難难離离雙双靈灵順顺" +
  "願愿顧顾飲饮館馆騰腾驗验體体髙高麗丽黃黄齊齐龙龙匯汇滙汇滬沪漢汉滿满濟济濰潍潔洁澤泽營营爾尔獨独環环現现瑋玮" +
  "畢毕發发監监盤盘眾众礦矿禮礼種种積积穩稳築筑簡简糧粮紅红純纯紙纸細细終终統统絲丝經经綠绿維维網网緒绪總总織织" +
  "繼继續续聖圣聞闻臨临興兴舊旧藝艺蘭兰處处號号術术衛卫裝装複复覽览觀观規规視视塗涂報报場场塊块塵尘壇坛壓压夢梦" +
  "奧奥學学寧宁尋寻層层歲岁島岛嶺岭帶带幣币廳厅張张強强彈弹後后從从復复徑径恆恒愛爱態态慶庆憶忆懷怀戰战戲戏戶户";
const plainForm = new Map<string, string>();
for (let at = 0; at + 1 < traditional.length; at += 2) plainForm.set(traditional[at] ?? "", traditional[at + 1] ?? "");
const odd = new RegExp(`[${[...plainForm.keys()].join("")}]`, "gu");

/** Simplified, in the usual form. */
export function plainCharacters(text: string): string {
  return text.replace(odd, (character) => plainForm.get(character) ?? character);
}

const lookAlikes =
  "己已巳 末未 土士 人入 千干于 天夭 戌戍戊 冶治 晴睛 崇祟 栗粟 赢羸嬴 祥详洋 昊吴 析折拆 斯期 侯候 贷货 日曰 大太犬 " +
  "王玉 田由甲 鸟乌 佳住 壮状 坚竖 宏宠 沃汏 微徽 冀翼 科料 亨享 巨臣 免兔 汩汨 荧莹 茂荗 菜莱 赏尝 隆降 瑞端 胜脞 延廷";
const shapes = new Map<string, string>();
for (const [first = "", ...rest] of lookAlikes.split(" ").map((group) => [...group])) {
  for (const one of rest) shapes.set(one, first);
}
/** Each character as the first of its look-alikes. */
export function shapeOf(text: string): string {
  let shape = "";
  for (const character of text) shape += shapes.get(character) ?? character;
  return shape;
}

const sounds = new Map<string, string>();
/** Pinyin without tones, a blank between syllables; Latin letters and digits stay, in small letters. */
export function soundOf(text: string): string {
  let sound = "";
  for (const character of text) {
    let one = sounds.get(character);
    if (one === undefined) {
      one = pinyin(character, { toneType: "none" }).toLowerCase();
      sounds.set(character, one);
    }
    sound += one;
  }
  return sound;
}
