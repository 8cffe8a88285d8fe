import type { StageTerm, StagesField, Term, TermsOf } from "../../shared/fields/field.ts";
import { matchTerm } from "../../shared/fields/matchTerm.ts";
import { levelTold } from "../../shared/dictionaries/levels.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Values } from "../../shared/api/api.ts";
import { plainHeading } from "./normaliseHeading.ts";

// What title, sheet name and file name say for every row: 2023年新认定市级工程技术研究中心名单 has no column for type,
// level, stage or year, and needs none. A cell of the row outranks all of it.

export interface TitleStage {
  readonly stage: string;
  /** The title's year is that of the stage: 2023年立项, but neither 截至2023年底认定 nor 2024年拟申报. */
  readonly isDated: boolean;
}

const phases: readonly StageTerm["phase"][] = ["pipeline", "pending", "reserve", "construction", "granted", "ended"];

/** Of the stages that the first telling text names, the least advanced: 拟申报认定 is not a grant. */
export function titleStage(field: StagesField, texts: readonly string[]): TitleStage | undefined {
  for (const text of texts) {
    const plain = plainHeading(text);
    const named = field.flow.filter((term) => isNamed(term, plain));
    named.sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
    const [first] = named;
    if (first !== undefined) return { stage: first.stage, isDated: isYearOf(first, plain) };
  }
  return undefined;
}

/** Aliases such as 建设 and 备案 stand in many a title that means no stage; those with 拟 before them mean what they say. */
function isNamed({ stage, phase, titles = [], aliases = [] }: StageTerm, plain: string): boolean {
  const intended = aliases.filter((alias) => alias.startsWith("拟"));
  if (intended.some((word) => plain.includes(plainHeading(word)))) return true;
  return [stage, ...titles].some((word) => {
    const at = plain.indexOf(plainHeading(word));
    // 拟认定 is no grant; 拟申报 at least speaks of applying.
    return at >= 0 && !(phase === "granted" && /[拟未待预]$/u.test(plain.slice(0, at)));
  });
}

/** The year of a plan or an application is when a thing is to be done; a publicity's and a grant's is when it was. */
function isYearOf({ stage, phase }: StageTerm, plain: string): boolean {
  if (/截[至止]|历年|累计|以来|现有|有效/u.test(plain)) return false;
  return phase === "granted" || phase === "construction" || stage === "公示";
}

/** Terms of the fields that a title may fill, by field; a level may be told by the name of an award or a plan. */
export function titledValues(
  { fields }: LedgerDeclaration,
  texts: readonly string[],
  year: number | undefined,
  terms: TermsOf,
): Values {
  const values: Values = {};
  let told: string | null = null;
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== "choice" || field.titled !== true) continue;
    const known = terms(field.dictionary).filter(({ silent }) => silent !== true);
    for (const text of texts) {
      const found = termIn(text, known, year);
      if (found === undefined) continue;
      values[name] = found.term;
      if (field.tellsLevel === true) told ??= levelTold(found.upTo) ?? levelTold(found.term);
      break;
    }
  }
  const { level } = fields;
  if (told !== null && level?.kind === "choice" && level.titled === true) values["level"] = told;
  return values;
}

/** The one term that a text names; none where it names several. `upTo` is the text as far as the word reaches. */
function termIn(
  text: string,
  terms: readonly Term[],
  year: number | undefined,
): { term: string; upTo: string } | undefined {
  const plain = withoutQuotes(plainHeading(text));
  const places = terms.flatMap(({ term, aliases = [] }) =>
    [term, ...aliases].flatMap((written) => {
      const word = withoutQuotes(plainHeading(written));
      const from = plain.indexOf(word);
      return from < 0 || !isTelling(word) ? [] : [{ word, written, from, to: from + word.length }];
    }),
  );
  const longest = places.filter(
    (one) => !places.some((two) => two !== one && two.from <= one.from && two.to >= one.to && two.word !== one.word),
  );
  if (longest.some(({ word, from, to }) => isOneOfSeveral(plain, word, from, to))) return undefined;
  const names = new Set(longest.map(({ written }) => matchTerm(written, terms, year)?.term));
  const [term] = names;
  const [first] = longest;
  if (names.size !== 1 || term === undefined || first === undefined) return undefined;
  return { term, upTo: plain.slice(0, first.to) };
}

/** 市级科技计划 says whose plan, not which one. */
function isTelling(word: string): boolean {
  return word.length >= 2 && word !== "其他" && !/[省市区县]级?科技计划$/u.test(word);
}

/** 市级以上 and 省、市级 are sets of levels. */
function isOneOfSeveral(plain: string, word: string, from: number, to: number): boolean {
  if (!/级$|^国家$/u.test(word)) return false;
  if (/^(?:及|和|或)?以[上下]/u.test(plain.slice(to))) return true;
  const before = /([家省市区县级])([、,/及和与或]?)$/u.exec(plain.slice(0, from));
  // 示例市市级 is one level.
  return before !== null && !(before[2] === "" && before[1] === word[0]);
}

function withoutQuotes(text: string): string {
  return text.replace(/["'“”‘’《》]/gu, "");
}
