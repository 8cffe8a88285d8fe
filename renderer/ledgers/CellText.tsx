import type { ReactElement } from "react";
import type { Field, Phase, StageEntry, Value } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { cellWords } from "./columns.ts";
import { stageAt } from "./stageAt.ts";

const tones: Record<Phase, Tone> = {
  pipeline: "plain",
  pending: "accent",
  reserve: "warn",
  construction: "warn",
  granted: "ok",
  ended: "plain",
};

interface Props {
  readonly field: Field;
  readonly value: Value | null;
  readonly titles: Readonly<Record<string, string>>;
  /** The record's other values, which may say when a grant ends. */
  readonly values: Readonly<Record<string, Value | null>>;
  readonly asOf: string;
}

/** A value in a cell: money without its unit (the heading has it), the stage of the as-of day as a word with a tone. */
export function CellText({ field, value, titles, values, asOf }: Props): ReactElement | string {
  if (value === null) return "";
  if (field.kind !== "stages") return cellWords(field, value, titles);
  const shown = stageAt(field, value as StageEntry[], values, asOf);
  if (shown === null) return "";
  return (
    <span className="stage" title={showValue(field, value)}>
      <Tag tone={shown.later ? "plain" : tones[shown.phase]}>{shown.stage}</Tag>{" "}
      <span className="quiet">
        {shown.later ? "截至日期后 " : ""}
        {shown.date ?? ""}
      </span>
    </span>
  );
}
