import type { ReadHandle } from "../database/open.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { sameValue } from "../records/cells.ts";
import { titlesOf } from "../records/titles.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import type { MergeInput, MergePreview } from "../../shared/api/companies.ts";
import { showValue } from "../../shared/fields/index.ts";
import { ledgerCount } from "./clusters.ts";
import { type MergePlan, type Move, planMerge } from "./mergePlan.ts";
import { newAliases } from "./newAliases.ts";

export async function mergePreview(db: ReadHandle, input: MergeInput): Promise<MergePreview> {
  const plan = await planMerge(db, input);
  const moves = [...plan.moves.values()];
  const moved = moves.filter((move) => isMoved(move));
  return {
    versions: Object.fromEntries([plan.keep, ...plan.drop].map(({ id, version }) => [id, version])),
    fields: await fieldsOf(db, plan),
    moves: [...Map.groupBy(moved, ({ ledger }) => ledger)].map(([ledger, some]) => ledgerCount(ledger, some.length)),
    aliases: newAliases(plan).map(({ alias }) => alias),
    folds: await foldsOf(db, plan),
    relations: moves.filter((move) => move.void).length,
  };
}

function isMoved({ ledger, record, values, into, void: isVoid }: Move): boolean {
  if (into !== undefined || isVoid) return false;
  return planOf(ledgerNamed(ledger)).references.some(
    ({ name }) => !sameValue(record.values[name] ?? null, values[name] ?? null),
  );
}

async function fieldsOf(db: ReadHandle, { keep, drop, values }: MergePlan): Promise<MergePreview["fields"]> {
  const companies = [keep, ...drop];
  const titles = await titlesOf(db, "organisations", companies);
  return planOf(ledgerNamed("organisations")).fields.flatMap(({ name, field }) => {
    const told = companies.map((one) => ({ id: one.id, value: showValue(field, one.values[name] ?? null, titles) }));
    if (new Set(told.map(({ value }) => value)).size === 1) return [];
    const owner = companies.find((one) => sameValue(one.values[name] ?? null, values[name] ?? null));
    return [{ field: name, label: field.label, chosen: owner?.id ?? keep.id, values: told }];
  });
}

async function foldsOf(db: ReadHandle, { moves }: MergePlan): Promise<MergePreview["folds"]> {
  const folds: MergePreview["folds"] = [];
  for (const { ledger, record, into } of moves.values()) {
    const stays = into === undefined ? undefined : moves.get(into)?.record;
    if (stays === undefined) continue;
    const { title, titleField, yearField, fields } = ledgerNamed(ledger);
    const titles = await titlesOf(db, ledger, [record, stays]);
    const show = (name: string, values: Values): string => {
      const field = fields[name];
      return field === undefined ? "" : showValue(field, values[name] ?? null, titles);
    };
    const differing = Object.keys(fields).filter(
      (name) => differ(name, record, stays) && !isReference(fields[name]?.kind),
    );
    folds.push({
      ledger,
      id: record.id,
      title,
      record: [show(titleField, stays.values), yearField === undefined ? "" : show(yearField, stays.values)]
        .filter((word) => word !== "")
        .join(" "),
      fields: differing.map((name) => ({
        label: fields[name]?.label ?? name,
        stays: show(name, stays.values),
        goes: show(name, record.values),
      })),
    });
  }
  return folds;
}

/** Both say something, and not the same. */
function differ(name: string, a: StoredRecord, b: StoredRecord): boolean {
  const [one, other] = [a.values[name] ?? null, b.values[name] ?? null];
  return one !== null && other !== null && !sameValue(one, other);
}

function isReference(kind: string | undefined): boolean {
  return kind === "reference" || kind === "references";
}
