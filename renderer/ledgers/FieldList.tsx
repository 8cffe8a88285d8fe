import { type ReactElement, useState } from "react";
import type { ValueSource, Values } from "../../shared/api/api.ts";
import { type ExtraField, fieldOfExtra } from "../../shared/fields/extraField.ts";
import type { Field, Value } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Issue } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { useQuery } from "../api/useQuery.ts";
import type { ControlContext } from "../controls/control.ts";
import { FieldControl } from "../controls/index.tsx";
import { OriginalSheet } from "../evidence/OriginalSheet.tsx";
import { type CellSource, SourceLine } from "./SourceLine.tsx";

interface Props {
  readonly declaration: LedgerDeclaration;
  readonly extras: readonly ExtraField[];
  readonly values: Values;
  readonly extraValues: Values;
  readonly titles: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
  readonly sources: Readonly<Record<string, ValueSource>>;
  readonly disabled: boolean;
  readonly onChange: (field: string, value: Value | null, extra: boolean) => void;
  readonly onDoubt: (field: string, message: string | null) => void;
}

interface Shown {
  readonly name: string;
  readonly field: Field;
  readonly extra: boolean;
}

/** The fields of a record in sections, the bureau's own last; under each its trouble and where its value came from. */
export function FieldList(props: Props): ReactElement {
  const { declaration, extras, values, extraValues, titles, issues, sources, disabled, onChange, onDoubt } = props;
  const dictionaries = useQuery("program", "dictionaries", {});
  const [cell, setCell] = useState<CellSource | null>(null);
  const context: ControlContext = {
    titles,
    terms: (name) => (dictionaries.data?.[name] ?? []).map(({ term }) => term),
    lookup: (ledger, text) => ask("records", "lookup", { ledger, text, limit: 20 }),
  };
  return (
    <div className="field-list">
      {[...sectionsOf(declaration, extras)].map(([section, fields]) => (
        <fieldset key={section} disabled={disabled}>
          {section === "" ? null : <legend>{section}</legend>}
          {fields.map(({ name, field, extra }) => {
            const value = (extra ? extraValues : values)[name] ?? null;
            const source = sources[name];
            return (
              <div
                key={name}
                data-field={name}
                className={
                  isWide(field) || (name === declaration.titleField && field.kind === "text") ? "field whole" : "field"
                }
              >
                <label htmlFor={`field-${name}`} title={field.note}>
                  {field.label}
                  {field.required === true ? <em title="必填">＊</em> : null}
                </label>
                <FieldControl
                  id={`field-${name}`}
                  field={field}
                  value={value}
                  onChange={(next) => onChange(name, next, extra)}
                  onDoubt={(message) => onDoubt(name, message)}
                  context={context}
                />
                {field.note === undefined ? null : <div className="field-note">{field.note}</div>}
                {issues
                  .filter((issue) => issue.field === name)
                  .map(({ level, message }) => (
                    <div key={message} className={`field-issue ${level}`}>
                      {message.startsWith(`${field.label}：`) ? message.slice(field.label.length + 1) : message}
                    </div>
                  ))}
                {source === undefined || value === null ? null : <SourceLine source={source} onOpen={setCell} />}
              </div>
            );
          })}
        </fieldset>
      ))}
      {cell === null ? null : (
        <OriginalSheet batch={cell.batch} sheet={cell.sheet} cell={cell.cell} onClose={() => setCell(null)} />
      )}
    </div>
  );
}

function sectionsOf(declaration: LedgerDeclaration, extras: readonly ExtraField[]): Map<string, Shown[]> {
  const declared = Object.entries(declaration.fields).map(([name, field]) => ({ name, field, extra: false }));
  const sections = Map.groupBy<string, Shown>(declared, ({ field }) => field.section ?? "");
  const own = extras.map((extra) => ({ name: extra.name, field: fieldOfExtra(extra), extra: true }));
  return own.length === 0 ? sections : sections.set("扩展栏", own);
}

/** Long texts, several names and dated steps take the form's whole width. */
function isWide(field: Field): boolean {
  return field.kind === "stages" || field.kind === "references" || (field.kind === "text" && field.long === true);
}
