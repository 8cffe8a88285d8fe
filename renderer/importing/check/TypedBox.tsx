import type { ReactElement } from "react";
import type { StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { CellInput } from "./CellInput.tsx";
import { decisionOf } from "./choices.ts";
import type { DoubtfulField } from "./doubtfulFields.ts";
import { correctionShown } from "./typedText.ts";

/** What the cell says, why that was not taken, what it may mean, and room for anything else. */
export function TypedBox({
  doubt,
  record,
  onTyped,
}: {
  doubt: DoubtfulField;
  record: StagedRow;
  onTyped: (text: string) => void;
}): ReactElement {
  const { values } = decisionOf(record);
  const known = values?.[doubt.field];
  const before = typeof known === "string" ? known : "";
  const field = findLedger(record.ledger)?.fields[doubt.field];
  return (
    <div className="typed-box">
      {(doubt.readings ?? []).map(({ label, value }) => (
        <button
          key={value}
          type="button"
          className="wide-choice reading"
          aria-pressed={before === value}
          onClick={() => onTyped(before === value ? "" : value)}
        >
          {before === value ? "● " : ""}
          {label}
        </button>
      ))}
      <CellInput
        field={field}
        label={doubt.label}
        value={before}
        placeholder={doubt.raw === "" ? "填写后回车" : doubt.raw}
        onTyped={onTyped}
      />
      <small>
        {before === "" ? doubtWords(doubt) : `● 按“${correctionShown(field, values, doubt.field) ?? before}”导入`}
      </small>
    </div>
  );
}

function doubtWords({ raw, message }: DoubtfulField): string {
  return raw === "" || message.includes(raw) ? message : `“${raw}”${message}`;
}
