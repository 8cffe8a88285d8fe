// Provinces with their prefecture-level cities, as they stand in front of names (GB/T 2260, short forms). Counties are
// known by their ending or from the district's own name.

const provinces: Readonly<Record<string, string>> = {
  北京: "",
  天津: "",
  上海: "",
  重庆: "",
  河北: "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水",
  山西: "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
  内蒙古: "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善",
  辽宁: "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛",
  吉林: "长春 四平 辽源 通化 白山 松原 白城 延边",
  黑龙江: "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭",
  江苏: "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
  浙江: "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
  安徽: "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
  福建: "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
  江西: "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
  山东: "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂 德州 聊城 滨州 菏泽",
  河南: "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
  湖北: "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架",
  湖南: "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西",
  广东: "广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮",
  广西: "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
  海南: "海口 三亚 三沙 儋州",
  四川: "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山",
  贵州: "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南",
  云南: "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆",
  西藏: "拉萨 日喀则 昌都 林芝 山南 那曲 阿里",
  陕西: "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
  甘肃: "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南",
  青海: "西宁 海东 海北 黄南 果洛 玉树 海西",
  宁夏: "银川 石嘴山 吴忠 固原 中卫",
  新疆: "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 阿勒泰 石河子",
  台湾: "",
  香港: "",
  澳门: "",
};
const countries = "加拿大 美国 德国 日本 韩国 英国 法国 意大利 俄罗斯 以色列 荷兰 瑞士 瑞典 澳大利亚 新加坡";

export type PlaceLevel = "country" | "province" | "city" | "county" | "town";
export interface Place {
  readonly level: PlaceLevel;
  /** Without 省, 市, 区, 县. */
  readonly name: string;
  /** The rest of the text. */
  readonly rest: string;
}

const cityOf = new Map<string, string>();
const provinceNames = new Set(Object.keys(provinces));
for (const [province, cities] of Object.entries(provinces)) {
  for (const city of cities.split(" ").filter((name) => name !== "")) cityOf.set(city, province);
}
const countryNames = new Set(countries.split(" "));

// 大众超市 and 宏城市政 are no cities, 阳光小区 is no district.
const noCounty = /(?:超|都|门|夜|上|股|菜|闹)市$|(?:社|园|小|校|地|景|厂|库|片|牧|林|灌|新|特)区$/u;
const afterCounty = /^(?:政|场|民|值|容|级|域|块|位|间|划)/u;
const ofTheCity =
  /^(?:建设|规划|管理|更新|广场|投资|运营|公交|公共|轨道|发展|综合|生活|资源|环境|燃气|供水|热力|排水|之|名|学院|职业|信用|商业|酒店)/u;
const county = /^(\p{Script=Han}{2,3}?)(市|县|区|旗|新区|开发区|高新区)(?=.{2})/u;
const zone = /^(?:高新技术产业|经济技术|经济|高新|综合保税|滨海)?(?:开发区|高新区|保税区)(?=.{2})/u;
const town = /^(\p{Script=Han}{2,3}?)(?:街道|镇|乡)(?=.{2})/u;

/** The place that a name begins with; null where it begins with none. @param own the district and its like. */
export function leadingPlace(text: string, own: readonly string[]): Place | null {
  for (let length = Math.min(4, text.length); length >= 2; length--) {
    const name = text.slice(0, length);
    const level = levelOf(name);
    if (level !== null) return { level, name, rest: withoutEnding(text.slice(length), level) };
  }
  for (const place of own) {
    const short = shortPlace(place);
    const written = [place, short].find((one) => one.length >= 2 && text.startsWith(one));
    if (written === undefined) continue;
    const rest = text.slice(written.length);
    return {
      level: "county",
      name: short,
      rest: /[市区县旗]$/u.test(written) ? rest : rest.replace(/^[市区县旗](?!政|场)/u, ""),
    };
  }
  const district = county.exec(text);
  if (district !== null) {
    const [whole, name = ""] = district;
    const rest = text.slice(whole.length);
    const isOther = noCounty.test(whole) || afterCounty.test(rest) || (whole.endsWith("城市") && ofTheCity.test(rest));
    if (!isOther) return { level: "county", name, rest };
  }
  const area = zone.exec(text);
  if (area !== null) return { level: "town", name: area[0], rest: text.slice(area[0].length) };
  const small = town.exec(text);
  return small === null ? null : { level: "town", name: small[1] ?? "", rest: text.slice(small[0].length) };
}

/** Counties that stand in full in front of any of these names: 昌邑市 there is 昌邑 elsewhere. */
export function countiesIn(names: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const name of names) {
    for (let place = leadingPlace(name, []); place !== null; place = leadingPlace(place.rest, [])) {
      if (place.level === "county") found.add(place.name);
    }
  }
  return [...found];
}

/** 山东省 → 山东, 示例区 → 示例; what would be a single character stays. */
export function shortPlace(place: string): string {
  const short = place.replace(/(?:省|市|区|县|旗|自治区|特别行政区)$/u, "");
  return short.length >= 2 ? short : place;
}

/** Whether two lists of places can be one place: each level agrees as far as both name it. */
export function placesAgree(a: ReadonlyMap<PlaceLevel, string>, b: ReadonlyMap<PlaceLevel, string>): boolean {
  for (const [level, name] of a) {
    const other = b.get(level);
    if (other !== undefined && other !== name) return false;
  }
  const [one, other] = [provinceIn(a), provinceIn(b)];
  return one === undefined || other === undefined || one === other;
}

function provinceIn(places: ReadonlyMap<PlaceLevel, string>): string | undefined {
  return places.get("province") ?? cityOf.get(places.get("city") ?? "");
}

function levelOf(name: string): PlaceLevel | null {
  if (provinceNames.has(name)) return "province";
  if (cityOf.has(name)) return "city";
  return countryNames.has(name) ? "country" : null;
}

function withoutEnding(rest: string, level: PlaceLevel): string {
  if (level === "country") return rest;
  const ending =
    level === "province" ? /^(?:省|市|(?:壮族|回族|维吾尔)?自治区)/u : /^(?:市|地区|自治州|州|盟)(?!政|场)/u;
  return rest.replace(ending, "");
}
