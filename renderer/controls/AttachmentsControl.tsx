import type { ReactElement } from "react";
import type { AttachmentsField } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";

export function AttachmentsControl({ id, value }: ControlProps<AttachmentsField, string[]>): ReactElement {
  return <span id={id}>{value === null ? "无附件" : `${value.length} 个附件`}</span>;
}
