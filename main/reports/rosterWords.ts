import type { RosterNode } from "../../shared/report/document.ts";
import type { Ask, AskedItem } from "../../shared/report/ask.ts";
import { fieldsOfPattern, fillPattern } from "../../shared/report/itemPattern.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import { chineseNumber } from "../../shared/wording/chineseNumber.ts";
import { joinNames } from "../../shared/wording/lists.ts";

export type RosterSpec = Omit<RosterNode, "kind" | "id" | "scope" | "written">;

/** The records a roster speaks of, `where` applied. */
export async function rosterItems(spec: RosterSpec, scope: Scope, ask: Ask): Promise<readonly AskedItem[]> {
  const items = await ask.items(spec.metric, scope, rosterFields(spec));
  const { where } = spec;
  if (!where) return items;
  const fits = (words: string): boolean => {
    if ("is" in where) return words === where.is;
    if ("filled" in where) return words !== "";
    const holds = (some: readonly string[] | undefined): boolean => some?.some((word) => words.includes(word)) === true;
    return ("has" in where ? holds(where.has) : true) && !holds(where.lacks);
  };
  return items.filter((item) => fits(item.fields[where.field] ?? ""));
}

/** Empty text where there are no items. */
export function rosterWords(spec: RosterSpec, items: readonly AskedItem[]): string {
  const list = { separator: spec.separator, ...defined(spec) };
  const { group } = spec;
  if (!group) return joinNames(itemWords(spec, items), list);
  const sentences = [...Map.groupBy(items, (item) => groupKey(item, group.by)).values()].map((members) =>
    fillPattern(group.pattern, {
      ...members[0]?.fields,
      items: joinNames(itemWords(spec, members), {
        ...(group.separator === undefined ? {} : { separator: group.separator }),
        ...lastOf(spec),
      }),
      count: String(members.length),
    }),
  );
  return joinNames(sentences, { ...list, lastSeparator: spec.separator });
}

function rosterFields(spec: RosterSpec): string[] {
  const group = spec.group ? [...spec.group.by.split("+"), ...fieldsOfPattern(spec.group.pattern)] : [];
  const where = spec.where ? [spec.where.field] : [];
  return [...new Set([...fieldsOfPattern(spec.item), ...group, ...where])];
}

function groupKey(item: AskedItem, by: string): string {
  return by
    .split("+")
    .map((field) => item.fields[field] ?? "")
    .join("\n");
}

// People end their cells with a full stop; the roster's own separators say where items end.
const ENDING = /[。；，、;,.]+$/;

function itemWords(spec: RosterSpec, items: readonly AskedItem[]): string[] {
  return items.map((item, index) => {
    const ordinal = chineseNumber(index + 1);
    return fillPattern(spec.item, { ...item.fields, ordinal }).replace(spec.separator === "" ? /$^/ : ENDING, "");
  });
}

function lastOf(spec: RosterSpec): { lastSeparator?: string } {
  return spec.lastSeparator === undefined ? {} : { lastSeparator: spec.lastSeparator };
}

function defined(spec: RosterSpec) {
  return {
    ...lastOf(spec),
    ...(spec.most === undefined ? {} : { most: spec.most }),
    ...(spec.andOthers === undefined ? {} : { andOthers: spec.andOthers }),
  };
}
