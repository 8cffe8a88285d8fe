import type { FigureDisplay, RosterNode } from "../../../shared/report/document.ts";
import { fieldsOfPattern } from "../../../shared/report/itemPattern.ts";
import { MarkupError } from "../../../shared/report/markup.ts";

type SlotScope = "lastYear" | "nextYear";

/** What stands in braces, understood. */
export type Slot =
  | { kind: "figure"; metric: string; scope?: SlotScope; display: FigureDisplay; keepsZero: boolean }
  | { kind: "guard"; anyOf: readonly { metric: string; scope?: SlotScope }[] }
  | ({ kind: "roster"; scope?: SlotScope } & Omit<RosterNode, "kind" | "id" | "scope" | "written">)
  | { kind: "target"; metric: string; yearOffset: 0 | 1; display: "plain" | "withUnit" }
  | { kind: "year"; offset: 0 | 1 | -1 }
  | { kind: "asOf" }
  | { kind: "name"; name: "district" | "office" | "period" | "span" }
  | { kind: "hole"; hint: string };

const FIXED: Readonly<Record<string, Slot>> = {
  year: { kind: "year", offset: 0 },
  nextYear: { kind: "year", offset: 1 },
  lastYear: { kind: "year", offset: -1 },
  asOf: { kind: "asOf" },
  district: { kind: "name", name: "district" },
  office: { kind: "name", name: "office" },
  period: { kind: "name", name: "period" },
  span: { kind: "name", name: "span" },
};
const DISPLAYS: readonly string[] = ["plain", "withUnit", "about", "change", "completion"] satisfies FigureDisplay[];
const METRIC = /^([A-Za-z][A-Za-z0-9]*)(?:@(lastYear|nextYear|thisYear))?((?::[A-Za-z]+)*)$/;

/** Reads the inside of one pair of braces; `at` is its place in the sentence. Throws MarkupError. */
export function readSlot(body: string, at: number): Slot {
  const fixed = Object.hasOwn(FIXED, body) ? FIXED[body] : undefined;
  if (fixed) return fixed;
  if (body.startsWith("hole:")) return { kind: "hole", hint: body.slice("hole:".length).trim() };
  if (body.startsWith("target:")) return readTarget(body.slice("target:".length), at);
  if (body.startsWith("list ")) return readRoster(body.slice("list ".length), at);
  if (body.startsWith("?")) {
    const anyOf = body
      .slice(1)
      .split("|")
      .map((each) => readMetric(each, at))
      .map(({ metric, scope }) => ({ metric, ...scope }));
    return { kind: "guard", anyOf };
  }
  const { metric, scope, flags } = readMetric(body, at);
  const displays = flags.filter((flag) => flag !== "keepZero");
  const [display = "withUnit"] = displays;
  if (displays.length > 1 || !isDisplay(display)) throw new MarkupError(at, `“${displays.join(":")}”不是数字的写法`);
  return { kind: "figure", metric, ...scope, display, keepsZero: flags.includes("keepZero") };
}

function isDisplay(word: string): word is FigureDisplay {
  return DISPLAYS.includes(word);
}

function readMetric(body: string, at: number) {
  const match = METRIC.exec(body.trim());
  const metric = match?.[1];
  if (!match || metric === undefined) throw new MarkupError(at, `“${body.trim()}”看不懂：应为指标名、@年份和写法`);
  const when = match[2];
  const scope: { scope?: SlotScope } = when === "lastYear" || when === "nextYear" ? { scope: when } : {};
  const flags = (match[3] ?? "").split(":").filter(Boolean);
  return { metric, scope, flags, isThisYear: when === "thisYear" };
}

function readTarget(body: string, at: number): Slot {
  const { metric, flags, isThisYear } = readMetric(body, at);
  const [display = "withUnit"] = flags;
  if (display !== "plain" && display !== "withUnit") throw new MarkupError(at, `“${display}”不是任务指标的写法`);
  return { kind: "target", metric, yearOffset: isThisYear ? 0 : 1, display };
}

function readRoster(body: string, at: number): Slot {
  const [head = "", item = "", ...options] = splitOutsideBraces(body);
  const { metric, scope, flags } = readMetric(head, at);
  if (flags.length > 0) throw new MarkupError(at, "名单的指标名后面不能带写法");
  if (item.trim() === "") throw new MarkupError(at, "名单缺少每一项的写法");
  checkPattern(item.trim(), at);
  const slot: Slot = { kind: "roster", metric, ...scope, item: item.trim(), separator: "、" };
  for (const option of options) readOption(slot, option, at);
  return slot;
}

function readOption(slot: Extract<Slot, { kind: "roster" }>, option: string, at: number): void {
  const cut = option.indexOf("=");
  const key = option.slice(0, cut).trim();
  const value = option.slice(cut + 1).trim();
  if (cut < 0) throw new MarkupError(at, `名单选项“${option.trim()}”缺少等号`);
  if (key === "sep") slot.separator = value;
  else if (key === "last") slot.lastSeparator = value;
  else if (key === "most") slot.most = readMost(value, at);
  else if (key === "others") slot.andOthers = readOthers(value, at);
  else if (key === "where") slot.where = readWhere(value, at);
  else if (key === "group") slot.group = { ...readGroup(value, at), ...keptSeparator(slot) };
  else if (key === "groupSep" && slot.group) slot.group.separator = value;
  else if (key === "groupSep") throw new MarkupError(at, "groupSep 应写在 group 后面");
  else throw new MarkupError(at, `名单没有“${key}”这个选项`);
}

function keptSeparator(slot: Extract<Slot, { kind: "roster" }>): { separator?: string } {
  return slot.group?.separator === undefined ? {} : { separator: slot.group.separator };
}

function readMost(value: string, at: number): number {
  const most = Number(value);
  if (!Number.isInteger(most) || most < 1) throw new MarkupError(at, `most 应为正整数，现为“${value}”`);
  return most;
}

const OTHERS = ["whenCut", "whenSeveral", "always", "never"] as const;

function readOthers(value: string, at: number): (typeof OTHERS)[number] {
  const known = OTHERS.find((word) => word === value);
  if (known) return known;
  throw new MarkupError(at, `others 应为 ${OTHERS.join("、")} 之一，现为“${value}”`);
}

function readWhere(value: string, at: number): NonNullable<RosterNode["where"]> {
  const [held, lacking] = cutOnce(value, "!~");
  const [holder, words] = cutOnce(held, "~");
  const lacks = lacking === "" ? [] : wordsOf(lacking);
  if (holder && words) return { field: holder, has: wordsOf(words), ...(lacks.length === 0 ? {} : { lacks }) };
  if (holder && lacks.length > 0) return { field: holder, lacks };
  const [field, is] = cutOnce(value, ":");
  if (!value.includes(":") && /^[A-Za-z.]+$/.test(value)) return { field: value, filled: true };
  if (!field || !is)
    throw new MarkupError(at, `where 应写作“字段:文字”“字段~词/词”、“字段!~词/词”或“字段”，现为“${value}”`);
  return { field, is };
}

function wordsOf(text: string): string[] {
  return text.split("/").map((word) => word.trim());
}

function readGroup(value: string, at: number): { by: string; pattern: string } {
  const [by, pattern] = cutOnce(value, "=>");
  if (!by || !pattern) throw new MarkupError(at, `group 应写作“字段 => 句式”，现为“${value}”`);
  checkPattern(pattern, at);
  if (!pattern.includes("{items}")) throw new MarkupError(at, "group 的句式里没有 {items}");
  return { by, pattern };
}

function checkPattern(pattern: string, at: number): void {
  try {
    fieldsOfPattern(pattern);
  } catch (error) {
    if (error instanceof MarkupError) throw new MarkupError(at, `名单句式“${pattern}”：${error.message}`);
    throw error;
  }
}

function cutOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text.trim(), ""] : [text.slice(0, at).trim(), text.slice(at + mark.length).trim()];
}

function splitOutsideBraces(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (character === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
