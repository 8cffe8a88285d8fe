import { Select } from "antd";
import { type ReactElement, useEffect, useRef, useState } from "react";
import type { StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";

export function labelOf({ ledger, fields }: StagedRow, field: string): string {
  return findLedger(ledger)?.fields[field]?.label ?? fields.find((one) => one.field === field)?.label ?? "";
}

/** A field that the file does not speak of, to be filled in beside what it says. */
export function FillIn({
  record,
  taken,
  onFill,
}: {
  record: StagedRow;
  /** Fields that are shown already. */
  taken: readonly string[];
  onFill: (field: string) => void;
}): ReactElement | null {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector("input")?.focus();
  }, [open]);
  const others = Object.entries(findLedger(record.ledger)?.fields ?? {}).filter(
    ([field, { kind }]) => kind !== "attachments" && !taken.includes(field),
  );
  if (others.length === 0) return null;
  if (!open) {
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        补填其他栏目
      </button>
    );
  }
  return (
    <div ref={box}>
      <Select
        size="small"
        className="wide"
        showSearch={{ optionFilterProp: "label" }}
        defaultOpen
        aria-label="补填哪一栏"
        placeholder="补填哪一栏"
        value={null}
        onChange={(field: string) => {
          setOpen(false);
          onFill(field);
        }}
        onBlur={() => setOpen(false)}
        options={others.map(([value, { label }]) => ({ value, label }))}
      />
    </div>
  );
}
