import type { StoredRecord } from "../../shared/api/api.ts";
import type { Field, StageEntry, Value } from "../../shared/fields/field.ts";
import { lastDay } from "../../shared/fields/dateText.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { dateWords } from "../../shared/wording/dates.ts";
import { figure } from "../../shared/wording/figures.ts";
import { joinNames } from "../../shared/wording/lists.ts";
import { money } from "../../shared/wording/money.ts";

/** Reads a record of a ledger that was loaded before; undefined where there is none. */
export type Lookup = (ledger: string, id: string) => StoredRecord | undefined;
export type LedgerOf = (name: string) => LedgerDeclaration;

/** How deep titles are borrowed: a certificate goes by its company, a detail row by its parent. */
const DEPTH = 3;

/** The words that a report prints for a path of a record (`title`, `company`, `project.plan`); empty where blank. */
export function fieldWords(
  record: StoredRecord,
  declaration: LedgerDeclaration,
  path: string,
  asOf: string,
  lookup: Lookup,
  ledgerOf: LedgerOf,
): string {
  const [name = "", ...rest] = path.split(".");
  const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
  const value = record.values[name] ?? null;
  if (!field || value === null) return "";
  if (rest.length > 0) {
    const target = field.kind === "reference" && typeof value === "string" ? lookup(field.to, value) : undefined;
    if (field.kind !== "reference" || !target) return "";
    return fieldWords(target, ledgerOf(field.to), rest.join("."), asOf, lookup, ledgerOf);
  }
  return valueWords(field, value, asOf, (ledger, id) => shortName(ledger, id, lookup, ledgerOf, DEPTH));
}

type NameOf = (ledger: string, id: string) => string;

function valueWords(field: Field, value: Value, asOf: string, nameOf: NameOf): string {
  switch (field.kind) {
    case "money":
      return typeof value === "number" ? money(value) : "";
    case "number":
    case "count":
      return typeof value === "number" ? `${figure(value)}${field.unit ?? ""}` : "";
    case "percent":
      return typeof value === "number" ? `${figure(value)}%` : "";
    case "year":
      return String(value);
    case "date":
      return field.hopedFor === true && lastDay(String(value)) < asOf ? "" : dateWords(String(value));
    case "period":
      return dateWords(String(value));
    case "reference":
      return nameOf(field.to, String(value));
    case "references":
      return joinNames(texts(value).map((id) => nameOf(field.to, id)));
    case "choices":
      return joinNames(texts(value));
    case "stages":
      return stageOn(value, asOf);
    case "attachments":
      return "";
    case "text":
    case "choice":
    case "code":
    case "yesNo":
      return showValue(field, value);
  }
}

function texts(value: Value): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

/** The last stage reached by that day; one without a date is taken as reached. */
function stageOn(value: Value, asOf: string): string {
  if (!Array.isArray(value)) return "";
  const entries = value.filter((each): each is StageEntry => typeof each === "object");
  const reached = entries.filter(({ date }) => date === null || lastDay(date) <= asOf);
  return reached.at(-1)?.stage ?? "";
}

/** The printed name: 简称 where the ledger has one and it is filled, else the title. */
export function shortName(ledger: string, id: string, lookup: Lookup, ledgerOf: LedgerOf, depth: number): string {
  const record = lookup(ledger, id);
  const declaration = ledgerOf(ledger);
  if (!record || depth === 0) return "";
  const short = record.values["shortName"];
  if (typeof short === "string" && short.trim() !== "") return short.trim();
  const field = declaration.fields[declaration.titleField];
  const value = record.values[declaration.titleField] ?? null;
  if (!field || value === null) return "";
  if (field.kind === "reference") return shortName(field.to, String(value), lookup, ledgerOf, depth - 1);
  return showValue(field, value);
}
