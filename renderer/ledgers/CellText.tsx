import type { ReactElement } from "react";
import type { Field, Phase, StageEntry, Value } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";

const tones: Record<Phase, Tone> = {
  pipeline: "plain",
  pending: "accent",
  reserve: "warn",
  construction: "warn",
  granted: "ok",
  ended: "plain",
};

/** A value in a cell: money without its unit (the heading has it), the latest stage as a word with its phase's tone. */
export function CellText({
  field,
  value,
  titles,
}: {
  field: Field;
  value: Value | null;
  titles: Readonly<Record<string, string>>;
}): ReactElement | string {
  if (value === null) return "";
  if (field.kind === "money") return showValue(field, value).replace(/[^\d.−-]+$/, "");
  if (field.kind !== "stages") return showValue(field, value, titles);
  const entries = value as StageEntry[];
  const order = new Map(field.flow.map(({ stage }, at) => [stage, at]));
  const latest = entries.toSorted((a, b) => (order.get(a.stage) ?? 0) - (order.get(b.stage) ?? 0)).at(-1);
  if (latest === undefined) return "";
  const phase = field.flow.find(({ stage }) => stage === latest.stage)?.phase ?? "pipeline";
  return (
    <>
      <Tag tone={tones[phase]}>{latest.stage}</Tag> <span className="quiet">{latest.date ?? ""}</span>
    </>
  );
}
