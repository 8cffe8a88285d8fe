import { Input } from "antd";
import type { ReactElement } from "react";
import type { CodeField, TextField } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";

export function TextControl({ id, field, value, onChange }: ControlProps<TextField | CodeField, string>): ReactElement {
  const change = (text: string): void => onChange(text === "" ? null : text);
  return field.kind === "text" && field.long === true ? (
    <Input.TextArea id={id} value={value ?? ""} rows={3} onChange={(e) => change(e.target.value)} />
  ) : (
    <Input id={id} value={value ?? ""} onChange={(event) => change(event.target.value)} />
  );
}
