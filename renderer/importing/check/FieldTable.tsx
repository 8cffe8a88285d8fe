import { type ReactElement, useState } from "react";
import type { RowDecision, StagedField, StagedRow } from "../../../shared/api/api.ts";
import { type Choice, decisionOf, typed } from "./choices.ts";
import { CorrectedCell } from "./CorrectedCell.tsx";
import type { DoubtfulField } from "./doubtfulFields.ts";
import { FillIn, labelOf } from "./FillIn.tsx";
import { TypedBox } from "./TypedBox.tsx";

interface Props {
  readonly record: StagedRow;
  readonly choices: readonly Choice[];
  readonly doubts: readonly DoubtfulField[];
  readonly onDecide: (decision: RowDecision) => void;
  readonly onOpen: (cell: string) => void;
}

/** Field by field: what the ledger has, what the file says, and which of the two it shall be. */
export function FieldTable({ record, choices, doubts, onDecide, onOpen }: Props): ReactElement | null {
  const [whole, setWhole] = useState(false);
  const [filling, setFilling] = useState<string | null>(null);
  const compared = record.outcome === "updated";
  const main = compared ? record.fields.filter(({ changed }) => changed) : record.fields;
  const same = compared ? record.fields.filter(({ changed }) => !changed) : [];
  const open = doubts.filter(
    ({ field }) => !record.fields.some((one) => one.field === field && one.changed && compared),
  );
  const shown = (whole ? [...main, ...same] : main).filter(({ field }) => !open.some((one) => one.field === field));
  if (shown.length + open.length + same.length === 0) return null;
  const added = Object.keys(decisionOf(record).values ?? {}).filter(
    (name) => !record.fields.some((one) => one.field === name) && !open.some((one) => one.field === name),
  );
  const more = added.concat(filling === null || added.includes(filling) ? [] : [filling]);
  const row = (field: StagedField): ReactElement => (
    <FieldRow
      key={field.field}
      field={field}
      record={record}
      compared={compared}
      choice={choices.find((one) => one.what === "field" && one.field === field.field)}
      onDecide={onDecide}
      onOpen={onOpen}
    />
  );
  return (
    <>
      <table className="field-table">
        <thead>
          <tr>
            <th />
            {compared ? <th>现有</th> : null}
            <th>文件</th>
            <th className="narrow">原表</th>
          </tr>
        </thead>
        <tbody>
          {open.map((doubt) => (
            <tr key={doubt.field} className="doubtful">
              <th scope="row">{doubt.label}</th>
              <td colSpan={compared ? 2 : 1}>
                <TypedBox
                  doubt={doubt}
                  record={record}
                  onTyped={(text) => onDecide(typed(record, doubt.field, text))}
                />
              </td>
              <CellLink cell={doubt.cell} onOpen={onOpen} />
            </tr>
          ))}
          {shown.map(row)}
          {more.map((name) => (
            <tr key={name}>
              <th scope="row">{labelOf(record, name)}</th>
              {compared ? <td>—</td> : null}
              <td>
                <CorrectedCell
                  record={record}
                  field={name}
                  label={labelOf(record, name)}
                  after=""
                  startOpen={name === filling && !added.includes(name)}
                  onDecide={onDecide}
                />
              </td>
              <td className="narrow" />
            </tr>
          ))}
        </tbody>
      </table>
      <FillIn
        record={record}
        taken={[...open, ...record.fields].map(({ field }) => field).concat(more)}
        onFill={setFilling}
      />
      {same.length > 0 ? (
        <button type="button" className="link" onClick={() => setWhole(!whole)}>
          {whole ? "收起相同的栏目" : `另有 ${same.length} 项相同`}
        </button>
      ) : null}
    </>
  );
}

function FieldRow({
  field,
  record,
  compared,
  choice,
  onDecide,
  onOpen,
}: {
  field: StagedField;
  record: StagedRow;
  compared: boolean;
  choice: Choice | undefined;
  onDecide: Props["onDecide"];
  onOpen: Props["onOpen"];
}): ReactElement {
  const kept = choice?.chosen === true;
  const pick = (keep: boolean): void => {
    if (choice !== undefined && keep !== kept) onDecide(choice.decision);
  };
  const side = (keep: boolean, words: string): ReactElement =>
    choice === undefined ? (
      <>{words === "" ? "—" : words}</>
    ) : (
      <button type="button" aria-pressed={keep === kept} title={words} onClick={() => pick(keep)}>
        {words === "" ? "（空）" : words}
        {keep === kept ? <span aria-hidden="true"> ●</span> : null}
      </button>
    );
  return (
    <tr>
      <th scope="row" title={field.label}>
        {choice === undefined ? null : <kbd>{choice.number}</kbd>}
        {field.label}
      </th>
      {compared ? (
        <td>
          {side(true, field.before)}
          {field.typed === true ? <small className="typed-note">本局手填</small> : null}
        </td>
      ) : null}
      <td>
        <CorrectedCell record={record} field={field.field} label={field.label} after={field.after} onDecide={onDecide}>
          {side(false, field.after)}
        </CorrectedCell>
      </td>
      <CellLink cell={field.cell ?? ""} onOpen={onOpen} {...(field.raw === undefined ? {} : { raw: field.raw })} />
    </tr>
  );
}

function CellLink({ cell, raw, onOpen }: { cell: string; raw?: string; onOpen: Props["onOpen"] }): ReactElement {
  return (
    <td className="narrow">
      {cell === "" ? null : (
        <button
          type="button"
          className="link"
          title={raw === undefined ? "" : `原文“${raw}”`}
          onClick={() => onOpen(cell)}
        >
          {cell}
        </button>
      )}
    </td>
  );
}
