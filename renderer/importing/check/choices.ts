import type { RowDecision, StagedRow } from "../../../shared/api/api.ts";
import { outcomes } from "../outcomes.ts";
import type { Line } from "./lines.ts";

// What can be chosen of a line, numbered as the keys 1 to 9 choose it. Pure: each choice brings the decision it makes.

export type Choice = {
  readonly number: number;
  readonly position: number;
  readonly chosen: boolean;
  readonly decision: RowDecision;
} & (
  | { readonly what: "same"; readonly id: string }
  | { readonly what: "add" }
  | { readonly what: "skip" }
  | { readonly what: "field"; readonly field: string }
);
type Unnumbered = Choice extends infer C ? (C extends Choice ? Omit<C, "number"> : never) : never;

/** First which record it is, then field by field, then leaving it out. Choosing again takes the choice back. */
export function choicesOf(line: Line): Choice[] {
  const open = line.records.filter(({ mergedWith }) => mergedWith === undefined);
  const all = [
    ...open.flatMap(takes),
    ...open.flatMap(fields),
    ...open.filter((record, at) => at === 0 || isDoubtful(record)).map(skip),
  ];
  return all.map((choice, at) => ({ ...choice, number: at + 1 }) as Choice);
}

export function isDoubtful({ outcome, candidates }: StagedRow): boolean {
  return outcome === "twin" || outcome === "invalid" || candidates.length > 0;
}

/** The decision there is, or that nothing was decided. */
export function decisionOf({ decision, position }: StagedRow): RowDecision {
  return decision ?? { position, take: "asUnderstood" };
}

function takes(record: StagedRow): Unnumbered[] {
  const { candidates, position } = record;
  if (candidates.length === 0) return [];
  const decision = decisionOf(record);
  const { take } = decision;
  const said = typeof take === "object" ? take.same : null;
  return [
    ...candidates.map(({ id }): Unnumbered => {
      const chosen = said === id;
      return {
        what: "same",
        id,
        position,
        chosen,
        decision: { ...decision, take: chosen ? "asUnderstood" : { same: id } },
      };
    }),
    { what: "add", position, chosen: take === "add", decision: toggled(decision, "add") },
  ];
}

function skip(record: StagedRow): Unnumbered {
  const decision = decisionOf(record);
  return {
    what: "skip",
    position: record.position,
    chosen: decision.take === "skip",
    decision: toggled(decision, "skip"),
  };
}

function toggled(decision: RowDecision, take: "add" | "skip"): RowDecision {
  return { ...decision, take: decision.take === take ? "asUnderstood" : take };
}

/** `chosen`: the stored value stays. A blank that is filled takes nothing away, and is no question. */
function fields(record: StagedRow): Unnumbered[] {
  if (record.outcome !== "updated") return [];
  const decision = decisionOf(record);
  const { keep = [] } = decision;
  return record.fields
    .filter(({ changed }) => changed)
    .map(({ field }): Unnumbered => {
      const chosen = keep.includes(field);
      const next = chosen ? keep.filter((one) => one !== field) : [...keep, field];
      return { what: "field", field, position: record.position, chosen, decision: { ...decision, keep: next } };
    });
}

/** What a person typed over a field; blank takes it back. What is typed is wanted, whatever was said of the field. */
export function typed(record: StagedRow, field: string, text: string): RowDecision {
  return withValue(record, field, text.trim() === "" ? undefined : text.trim());
}

/** What the cell says is not taken. */
export function blanked(record: StagedRow, field: string): RowDecision {
  return withValue(record, field, null);
}

function withValue(record: StagedRow, field: string, value: string | null | undefined): RowDecision {
  const { values = {}, keep = [], ...decision } = decisionOf(record);
  const { [field]: _before, ...rest } = values;
  return {
    ...decision,
    keep: keep.filter((one) => one !== field),
    values: value === undefined ? rest : { ...rest, [field]: value },
  };
}

/** 疑似 圆友重工？ — what the list says of a line, decided or not. */
export function lineWords(line: Line, doubts: number): string {
  const open = line.records.find(isOpen);
  const decided = line.records.find(({ decision }) => decision !== undefined && decision.take !== "asUnderstood");
  if (open !== undefined) return openWords(open);
  const near = line.standing === "skipped" ? undefined : line.records.find(isNear);
  if (near !== undefined) return `疑似 ${near.candidates[0]?.title ?? ""}？`;
  if (isStuck(line)) return "仍不能导入";
  if (decided !== undefined) return decidedWords(decided);
  if (line.records.some(({ decision }) => Object.keys(decision?.values ?? {}).length > 0)) return "已改正";
  if (doubts > 0) return `存疑 ${doubts} 处`;
  return outcomes[line.standing].label;
}

/** Whether the record would be left behind as things stand. */
export function isOpen({ outcome, decision }: StagedRow): boolean {
  if (outcome !== "twin" && outcome !== "invalid") return false;
  return (
    decision === undefined || (decision.take === "asUnderstood" && Object.keys(decision.values ?? {}).length === 0)
  );
}

/** Goes in as new although a stored record has almost its name. */
export function isNear({ candidates, outcome, decision }: StagedRow): boolean {
  const undecided = decision === undefined || decision.take === "asUnderstood";
  return candidates.length > 0 && outcome !== "twin" && outcome !== "invalid" && undecided;
}

/** Something was decided, and the row would stay behind for all that. */
export function isStuck({ records, standing }: Line): boolean {
  const left = standing === "twin" || standing === "invalid";
  return left && !records.some(isOpen) && !records.some(isNear) && !records.some(isSkipped);
}

function isSkipped({ decision }: StagedRow): boolean {
  return decision?.take === "skip";
}

function openWords({ outcome, candidates, message }: StagedRow): string {
  if (outcome === "twin" && candidates[0] !== undefined) return `疑似 ${candidates[0].title}？`;
  return message ?? outcomes[outcome].label;
}

/** 认作 圆友重工: what has been decided of a record, or that it was set right. */
export function decidedWords(record: StagedRow): string {
  const { decision, candidates } = record;
  const take = decision?.take ?? "asUnderstood";
  if (take === "asUnderstood") return "已改正";
  if (take === "skip") return isDoubtful(record) ? "留作待处理" : "跳过";
  if (take === "add") return "作为新增";
  const same = typeof take === "object" ? candidates.find(({ id }) => id === take.same) : undefined;
  return `认作 ${same?.title ?? "原有记录"}`;
}
