import { type ReactElement, useEffect, useRef, useState } from "react";
import type { RowDecision, StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { CellInput } from "./CellInput.tsx";
import { blanked, decisionOf, typed } from "./choices.ts";
import { correctionShown } from "./typedText.ts";

/**
 * A value that the file gives, and a way to type another one over it: what was, struck out, and what goes in instead.
 * @param children the value as the file gives it.
 */
export function CorrectedCell({
  record,
  field,
  label,
  after,
  startOpen = false,
  onDecide,
  children,
}: {
  record: StagedRow;
  field: string;
  label: string;
  /** "" where the file says nothing. */
  after: string;
  startOpen?: boolean;
  onDecide: (decision: RowDecision) => void;
  children?: ReactElement;
}): ReactElement {
  const [open, setOpen] = useState(startOpen);
  const box = useRef<HTMLDivElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  /** Who has closed the box by a key goes on from where it was opened. */
  const isBack = useRef(false);
  useEffect(() => {
    if (open) box.current?.querySelector("input")?.focus();
    else if (isBack.current) edit.current?.focus();
    isBack.current = false;
  }, [open]);
  const declared = findLedger(record.ledger)?.fields[field];
  const { values } = decisionOf(record);
  const shown = correctionShown(declared, values, field);
  const known = values?.[field];
  const close = (): void => {
    isBack.current = box.current?.contains(document.activeElement) === true;
    setOpen(false);
  };
  const decide = (decision: RowDecision): void => {
    close();
    onDecide(decision);
  };
  if (!open) {
    return (
      <div className="corrected-cell">
        <span>
          {shown === undefined ? (
            (children ?? null)
          ) : (
            <>
              {after === "" ? null : (
                <>
                  <del>{after}</del>
                  <span aria-hidden="true"> → </span>
                </>
              )}
              <b>{shown}</b> <small>本局改正</small>
            </>
          )}
        </span>
        <button
          ref={edit}
          type="button"
          className="link edit-cell"
          aria-label={`改${label}`}
          title="改这一格；原文留作出处"
          onClick={() => setOpen(true)}
        >
          改
        </button>
      </div>
    );
  }
  return (
    <div ref={box} className="typed-box" role="group" aria-label={`改${label}`}>
      <CellInput
        field={declared}
        label={label}
        value={typeof known === "string" ? known : after}
        placeholder="填写后回车"
        onLeave={close}
        onTyped={(text) => decide(typed(record, field, text.trim() === after.trim() ? "" : text))}
      />
      <span className="cell-ways">
        {known === undefined ? null : (
          <button type="button" className="link" onClick={() => decide(typed(record, field, ""))}>
            还原
          </button>
        )}
        {declared?.required === true || after === "" ? null : (
          <button type="button" className="link" onClick={() => decide(blanked(record, field))}>
            留空
          </button>
        )}
        <button type="button" className="link" onClick={close}>
          收起
        </button>
      </span>
    </div>
  );
}
