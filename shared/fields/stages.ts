import { folded, saysNothing, tidy, unreadable } from "./cellText.ts";
import { isDateText, showDate } from "./dateText.ts";
import type { CellInput, KindOf, Options, StageEntry, StagesField, StageTerm, Term } from "./field.ts";
import { readDateCell } from "./readDate.ts";

/** The stages a record has reached. A ledger has at most one such field, named `status`. */
export function stages<const O extends Omit<StagesField, "kind">>(options: Options<StagesField, O>): StagesField & O {
  return { kind: "stages", ...options };
}

const indexes = new WeakMap<StagesField, ReadonlyMap<string, StageTerm>>();

function indexOf(field: StagesField): ReadonlyMap<string, StageTerm> {
  const known = indexes.get(field);
  if (known) return known;
  const index = new Map<string, StageTerm>();
  for (const term of field.flow) index.set(folded(term.stage), term);
  for (const term of field.flow)
    for (const alias of term.aliases ?? []) if (!index.has(folded(alias))) index.set(folded(alias), term);
  indexes.set(field, index);
  return index;
}

/** The step of the flow that a word names: the stage, an alias, or either with 已, 正在, 中 around it. */
export function findStage(field: StagesField, word: string): StageTerm | null {
  const key = folded(word);
  const bare = key.replace(/^(?:已经|已|正在|完成)/u, "").replace(/(?:中|阶段|状态|完成)$/u, "");
  return indexOf(field).get(key) ?? indexOf(field).get(bare) ?? null;
}

/** The field under what a bureau has told of words: what each means, or that it says nothing. */
export function withWords(field: StagesField, words: readonly Term[]): StagesField {
  if (words.length === 0) return field;
  const silent = words.flatMap((word) => (word.silent === true ? [word.term] : []));
  const flow = field.flow.map((term) => {
    const more = words.flatMap((word) => (word.mapsTo === term.stage ? [word.term] : []));
    return more.length === 0 ? term : { ...term, aliases: [...(term.aliases ?? []), ...more] };
  });
  return { ...field, flow, ...(silent.length === 0 ? {} : { silent }) };
}

function isSilent({ silent = [] }: StagesField, word: string): boolean {
  return silent.some((one) => folded(one) === folded(word));
}

/** Words of a cell where a stage should stand and none does. */
export function unknownStages(field: StagesField, text: string): string[] {
  return entriesOf(field, tidy(text)).flatMap((entry) => {
    const word = tidy(/^[^（(]+/u.exec(entry)?.[0] ?? entry);
    const isKnown = [entry, word].some((one) => findStage(field, one) !== null || isSilent(field, one));
    return isKnown || saysNothing(word) ? [] : [word];
  });
}

// What stands after a stage in brackets: the date, then what else is known of it under a word of its own.
const DOCUMENT = "文号：";
const NOTE = "说明：";

/** All that is known of the stages: 认定（2012年6月15日，文号：示例科字〔2012〕5号）；验收. */
function written(entries: readonly StageEntry[]): string {
  const words = entries.map(({ stage, date, documentNo, note }) => {
    const parts = [
      ...(date === null ? [] : [showDate(date)]),
      ...(documentNo ? [`${DOCUMENT}${documentNo}`] : []),
      ...(note ? [`${NOTE}${note}`] : []),
    ];
    return parts.length === 0 ? stage : `${stage}（${parts.join("，")}）`;
  });
  return words.join("；");
}

/** One entry as written: 认定, or with brackets as `show` writes them. Null where it says nothing. */
function readEntry(field: StagesField, text: string, cell: CellInput): StageEntry | { doubt: string } | null {
  const whole = findStage(field, text);
  if (whole) return { stage: whole.stage, date: null };
  // Looked for only where it can end: brackets that are never closed would be tried one by one.
  const [, word = "", inside = ""] = (/[）)]$/u.test(text) && /^(.+?)[（(](.+)[）)]$/su.exec(text)) || [];
  if (isSilent(field, text) || (word !== "" && isSilent(field, word))) return null;
  const stage = word === "" ? null : findStage(field, word)?.stage;
  const known = stage ? readBrackets(inside, cell) : null;
  if (stage && known) return { stage, ...known };
  return { doubt: `“${text}”不是“${field.label}”里的阶段` };
}

function readBrackets(inside: string, cell: CellInput): Omit<StageEntry, "stage"> | null {
  const [, day = "", documentNo = "", note = ""] =
    /^(.*?)(?:[，,]?文号：(.*?))?(?:[，,]?说明：(.*))?$/su.exec(inside) ?? [];
  const reading = day === "" ? { date: null } : readDateCell({ ...cell, type: "text", text: day });
  if (reading === null || !("date" in reading)) return null;
  return { date: reading.date, ...(documentNo === "" ? {} : { documentNo }), ...(note === "" ? {} : { note }) };
}

/** The entries of a list. A separator inside brackets separates nothing, however few of them are closed. */
function entriesOf(field: StagesField, text: string): string[] {
  const entries: string[][] = [];
  let isBare = true;
  let isClosed = false;
  for (const [piece] of text.matchAll(/[^；;、，,\n]+[；;、，,\n]*/gu)) {
    const [word = ""] = /^[^（(；;、，,\n]+/u.exec(piece) ?? [];
    const isNew: boolean = isBare || (isClosed && findStage(field, tidy(word)) !== null);
    const last = entries.at(-1);
    if (isNew || last === undefined) entries.push([piece]);
    else last.push(piece);
    isBare = (isNew || isBare) && !/[（(]/u.test(piece);
    isClosed = /[）)][；;、，,\n]+$/u.test(piece);
  }
  return entries
    .map((pieces) => tidy(pieces.join("").replace(/(?<![；;、，,\n])[；;、，,\n]+$/u, "")))
    .filter((entry) => entry !== "");
}

export const stagesKind: KindOf<StagesField, StageEntry[]> = {
  check(field, value) {
    for (const entry of value) {
      if (!field.flow.some(({ stage }) => stage === entry.stage)) return `没有“${entry.stage}”这个阶段`;
      if (entry.date !== null && !isDateText(entry.date)) return `“${entry.stage}”的日期不对`;
    }
    return value.length === 0 ? "没有阶段时应留空" : null;
  },
  read(field, cell) {
    const trouble = unreadable(cell);
    if (trouble) return trouble;
    if (saysNothing(cell.text)) return { value: null };
    const text = tidy(cell.text);
    const whole = findStage(field, text);
    if (whole) return { value: [{ stage: whole.stage, date: null }] };
    const entries: StageEntry[] = [];
    for (const part of entriesOf(field, text)) {
      const entry = readEntry(field, part, cell);
      if (entry === null) continue;
      if ("doubt" in entry) return entry;
      entries.push(entry);
    }
    return entries.length === 0 ? { value: null } : { value: entries };
  },
  show(_field, value) {
    return written(value);
  },
};
