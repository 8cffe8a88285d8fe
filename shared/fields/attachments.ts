import { saysNothing } from "./cellText.ts";
import type { AttachmentsField, KindOf, Options } from "./field.ts";

/** Hashes of stored files. */
export function attachments<const O extends Omit<AttachmentsField, "kind">>(
  options: Options<AttachmentsField, O>,
): AttachmentsField & O {
  return { kind: "attachments", ...options };
}

export const attachmentsKind: KindOf<AttachmentsField, string[]> = {
  check(_field, value) {
    if (value.length === 0) return "没有附件时应留空";
    return value.every((hash) => /^[0-9a-f]{64}$/u.test(hash)) ? null : "附件应为文件的校验值";
  },
  read: (_field, cell) => (saysNothing(cell.text) ? { value: null } : { doubt: "附件不能从表格读入" }),
  show: (_field, value) => `${value.length}个附件`,
};
