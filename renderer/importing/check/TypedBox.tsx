import { Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import type { StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { useQuery } from "../../api/useQuery.ts";
import { decisionOf } from "./choices.ts";
import type { DoubtfulField } from "./doubtfulFields.ts";

/** What the cell says, why that was not taken, and room for what is meant: written as a cell would write it. */
export function TypedBox({
  doubt,
  record,
  onTyped,
}: {
  doubt: DoubtfulField;
  record: StagedRow;
  onTyped: (text: string) => void;
}): ReactElement {
  const known = decisionOf(record).values?.[doubt.field];
  const before = typeof known === "string" ? known : "";
  const [text, setText] = useState(before);
  const field = findLedger(record.ledger)?.fields[doubt.field];
  const dictionary = field?.kind === "choice" ? field.dictionary : null;
  const commit = (): void => {
    if (text !== before) onTyped(text);
  };
  return (
    <div className="typed-box">
      {dictionary === null ? (
        <Input
          size="small"
          aria-label={`改正${doubt.label}`}
          placeholder={doubt.raw === "" ? "填写后回车" : doubt.raw}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={commit}
          onBlur={commit}
        />
      ) : (
        <TermBox label={doubt.label} dictionary={dictionary} value={before} onTyped={onTyped} />
      )}
      <small>{before === "" ? doubtWords(doubt) : `● 按“${before}”导入`}</small>
    </div>
  );
}

function TermBox({
  label,
  dictionary,
  value,
  onTyped,
}: {
  label: string;
  dictionary: string;
  value: string;
  onTyped: (text: string) => void;
}): ReactElement {
  const dictionaries = useQuery("program", "dictionaries", {});
  return (
    <Select
      size="small"
      className="wide"
      showSearch
      allowClear
      aria-label={`改正${label}`}
      placeholder="选一项"
      value={value === "" ? null : value}
      onChange={(next: string | null | undefined) => onTyped(next ?? "")}
      options={(dictionaries.data?.[dictionary] ?? []).map(({ term }) => ({ value: term, label: term }))}
    />
  );
}

function doubtWords({ raw, message }: DoubtfulField): string {
  return raw === "" || message.includes(raw) ? message : `“${raw}”${message}`;
}
