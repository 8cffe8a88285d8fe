import type { ExtraField } from "../../../shared/fields/extraField.ts";
import type { Field } from "../../../shared/fields/field.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { recordNumberField } from "../../../shared/wording/recordNumber.ts";
import { initialsOf } from "../initials.ts";

// Where a column's values may go: the ledger's fields, its extra fields, and those of ledgers that it carries.

export interface TargetOption {
  readonly value: string;
  readonly label: string;
  /** The label and its pinyin initials. */
  readonly search: string;
}
export interface TargetGroup {
  readonly label: string;
  readonly options: readonly TargetOption[];
}

/** 不导入. */
export const noTarget = "-";

export function targetValue(ledger: string, field: string): string {
  return `${ledger}|${field}`;
}

export function targetIn(value: string): { ledger: string; field: string } | null {
  const at = value.indexOf("|");
  return at < 0 ? null : { ledger: value.slice(0, at), field: value.slice(at + 1) };
}

export function targetGroups(name: string, extras: readonly ExtraField[]): TargetGroup[] {
  const declaration = findLedger(name);
  if (declaration === undefined) return [];
  const own = Object.entries(declaration.fields).flatMap(([field, one]) => optionsOf(name, field, one));
  const added = extras.map((extra) => option(name, extra.name, extra.label));
  const carried = (declaration.carries ?? []).map(({ ledger, fields }): TargetGroup => {
    const other = findLedger(ledger);
    return {
      label: other?.title ?? ledger,
      options: fields.flatMap((field) => {
        const one = other?.fields[field];
        return one === undefined ? [] : optionsOf(ledger, field, one);
      }),
    };
  });
  return [
    { label: "", options: [option("", noTarget, "不导入")].map((one) => ({ ...one, value: noTarget })) },
    { label: declaration.title, options: own },
    ...(added.length === 0 ? [] : [{ label: "扩展栏", options: added }]),
    ...unique(carried),
  ];
}

/** The words of a target that is already there, whatever it is. */
export function targetWords(ledger: string, target: string): string {
  if (target === recordNumberField) return "认回原记录";
  const [name = "", stage] = target.split("@");
  const [field = "", part] = name.split("#");
  const label = findLedger(ledger)?.fields[field]?.label ?? "";
  if (stage !== undefined) return `${label}（${stage}日期）`;
  return part === undefined ? label : `${label}（${part === "documentNo" ? "文号" : "日期"}）`;
}

function optionsOf(ledger: string, field: string, one: Field): TargetOption[] {
  if (one.kind === "attachments") return [];
  if (one.kind !== "stages") return [option(ledger, field, one.label)];
  const parts = ["", "#date", "#documentNo", ...one.flow.map(({ stage }) => `@${stage}`)];
  return parts.map((part) => option(ledger, `${field}${part}`, targetWords(ledger, `${field}${part}`)));
}

function option(ledger: string, field: string, label: string): TargetOption {
  return { value: targetValue(ledger, field), label, search: `${label} ${initialsOf(label)}` };
}

/** A ledger may be carried in several ways. */
function unique(groups: readonly TargetGroup[]): TargetGroup[] {
  return [...Map.groupBy(groups, ({ label }) => label)].map(([label, some]) => ({
    label,
    options: [...new Map(some.flatMap(({ options }) => options).map((one) => [one.value, one])).values()],
  }));
}
