import { Select } from "antd";
import type { ReactElement } from "react";
import type { ChoiceField, ChoicesField, YesNoField } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";

export function ChoiceControl({
  id,
  field,
  value,
  onChange,
  context,
}: ControlProps<ChoiceField, string>): ReactElement {
  return (
    <Select
      id={id}
      className="wide"
      allowClear
      showSearch
      value={value}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={context.terms(field.dictionary).map((term) => ({ value: term, label: term }))}
    />
  );
}

export function ChoicesControl({
  id,
  field,
  value,
  onChange,
  context,
}: ControlProps<ChoicesField, string[]>): ReactElement {
  return (
    <Select
      id={id}
      className="wide"
      mode="multiple"
      value={value ?? []}
      onChange={(next: string[]) => onChange(next.length === 0 ? null : next)}
      options={context.terms(field.dictionary).map((term) => ({ value: term, label: term }))}
    />
  );
}

export function YesNoControl({ id, value, onChange }: ControlProps<YesNoField, boolean>): ReactElement {
  return (
    <Select
      id={id}
      className="wide"
      allowClear
      value={value === null ? null : value ? "是" : "否"}
      onChange={(next: string | null | undefined) => onChange(next == null ? null : next === "是")}
      options={["是", "否"].map((word) => ({ value: word, label: word }))}
    />
  );
}
