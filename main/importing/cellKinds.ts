import type { GridCell } from "./sheetGrid.ts";

// What a single cell looks like, whatever its table is about. These run for every cell of a sheet: plain character
// tests come first, patterns only where those leave a doubt.

const longestFigure = 24;

/** A number, a date or a percentage; a bare year is none, for it heads columns as often as it fills them. */
export function isNumeric(cell: GridCell): boolean {
  const { text, type } = cell;
  if (text.length > longestFigure) return false;
  if (type === "number") return cell.isDate === true || !isYearNumber(text);
  if (type === "dateIso") return true;
  if (type !== "text") return false;
  return isWrittenFigure(text) && !(text.length <= 10 && /^\s*[12１２]/u.test(text) && isPeriod(cell));
}

/** Digits with signs, separators and blanks only, half or full width: the common case without a pattern. */
function isWrittenFigure(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits++;
    else if (!figureSigns.has(code)) return false;
  }
  return digits > 0;
}

const figureSigns = new Set([..." \t\r\n\u00a0\u3000+-.,%，．％＋－()（）"].map((sign) => sign.charCodeAt(0)));

function isYearNumber(text: string): boolean {
  return text.length === 4 && (text.startsWith("19") || text.startsWith("20"));
}

/** 2012, 2012年, 2012年度. */
export function isYear(cell: GridCell): boolean {
  const text = cell.text.trim();
  return cell.isDate !== true && text.length <= 7 && /^(?:19|20)\d{2}\s*(?:年|年度)?$/u.test(text.normalize("NFKC"));
}

const period =
  /^(?:(?:19|20)\d{2}[年.\-/])?(?:\d{1,2}月份?|\d{1,2}[-—–~至]\d{1,2}月份?|[上下]半年|第?[一二三四1-4]季度|q[1-4]|全年|本年|上年|本月|本期|上期|同期)$|^(?:19|20)\d{2}[-—–~至](?:19|20)\d{2}年?$/u;

/** A year, month, quarter or the like: what heads the columns of a statistical table. */
export function isPeriod(cell: GridCell): boolean {
  if (isYear(cell)) return true;
  return cell.text.length <= 16 && period.test(cell.text.normalize("NFKC").replace(/\s/gu, "").toLowerCase());
}

const missing = /^(?:[-—–_/／\\.…·*＊]+|无|暂无|空|缺|不详|未知|n\/?a|null|nan)$/iu;

/** What senders put where they have no value. */
export function isMissing(text: string): boolean {
  return text.length <= 6 && missing.test(text.trim());
}

const headingEnd =
  /(?:名称|姓名|编号|代码|编码|号码|证号|序号|日期|时间|年度|年份|月份|单位|部门|机构|地区|区域|省份|城市|街道|所在地|地点|地址|类别|类型|种类|分类|级别|等级|等次|层次|性质|状态|状况|备注|说明|金额|经费|数量|总数|总量|数|额|率|比重|占比|比例|面积|产值|增加值|收入|支出|利润|税收|合同|领域|行业|专业|学历|性别|年龄|职称|职务|职位|电话|手机|邮箱|邮编|联系人|负责人|法人|法定代表人|指标|内容|摘要|简称|全称|排名|名次|来源|用途|标准|规格|型号|单价|价格|数值|情况|意见|结果|评价|得分|分数|权重|页码|周期|期限|进度|目标|任务|措施|名单|作者|发明人|申请人|权利人|持有人|承办|主办|主管)$/u;
const latinHeading =
  /^(?:[a-z_ .]{0,20}[_ .])?(?:no|id|name|code|date|year|month|type|kind|class|index|area|unit|number|amount|total|value|region|province|city|address|phone|title|status|level|rank|score|remark|remarks|note|notes|category|institution|department|exchange|constituent|source|price|quantity|rate|percent)(?:\(.{1,12}\))?\.?$/u;

/** Ends as column headings end, in the words of any trade: no dictionary of ours is asked. */
export function soundsLikeHeading(text: string): boolean {
  if (text.length > 40) return false;
  const plain = text
    .normalize("NFKC")
    .replace(/\(.*?\)|[*:]/gu, "")
    .trim();
  const short = plain.replace(/\s+/gu, "").replace(/[/,].{1,6}$/u, "");
  if (short.length <= 16 && headingEnd.test(short)) return true;
  return latinHeading.test(plain.toLowerCase());
}

const unitWord =
  /^(?:单位[:：])?\(?(?:%|‰|[万亿千百]?元|[万亿]?美元|[万亿千]?[个家项件人次篇份册台套吨亩户只辆艘所座处张片条棵头羽种门届]|人次|人年|万人|公顷|平方米|平方公里|立方米|千瓦时|万千瓦时|公里|米|分|岁|年|月|天|小时|unit|units|person|persons|piece|item|items|man-year|10000yuan|yuan|100millionyuan|percent|ton|tons|times)\)?$/u;

/** A unit of measure and nothing else: 万元, (个), %. */
export function isUnit(text: string): boolean {
  return text.length <= 20 && unitWord.test(text.normalize("NFKC").replace(/\s/gu, "").toLowerCase());
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
export const hasLatin = (text: string): boolean => /[A-Za-z]{2}/u.test(text);
