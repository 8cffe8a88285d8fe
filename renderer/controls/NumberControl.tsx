import { InputNumber } from "antd";
import type { ReactElement } from "react";
import type { CountField, NumberField, PercentField, YearField } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";

type Numeric = NumberField | CountField | PercentField | YearField;

const suffixes = { percent: "%", year: "年" } as const;

export function NumberControl({ id, field, value, onChange }: ControlProps<Numeric, number>): ReactElement {
  const unit = field.kind === "percent" || field.kind === "year" ? suffixes[field.kind] : (field.unit ?? null);
  return (
    <InputNumber<number>
      id={id}
      className="wide"
      value={value}
      onChange={onChange}
      controls={false}
      {...(field.kind === "count" || field.kind === "year" ? { precision: 0 } : {})}
      {...(unit === null ? {} : { suffix: unit })}
    />
  );
}
