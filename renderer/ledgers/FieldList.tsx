import { type ReactElement, useState } from "react";
import type { ValueSource, Values } from "../../shared/api/api.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Issue } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { useQuery } from "../api/useQuery.ts";
import type { ControlContext } from "../controls/control.ts";
import { FieldControl } from "../controls/index.tsx";
import { OriginalSheet } from "../evidence/OriginalSheet.tsx";

interface Props {
  readonly declaration: LedgerDeclaration;
  readonly values: Values;
  readonly titles: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
  readonly sources: Readonly<Record<string, ValueSource>>;
  readonly disabled: boolean;
  readonly onChange: (field: string, value: Value | null) => void;
}

/** The fields of a record in sections; under each its trouble and where its value came from. */
export function FieldList({ declaration, values, titles, issues, sources, disabled, onChange }: Props): ReactElement {
  const dictionaries = useQuery("program", "dictionaries", {});
  const [cell, setCell] = useState<Extract<ValueSource, { kind: "cell" }> | null>(null);
  const context: ControlContext = {
    titles,
    terms: (name) => (dictionaries.data?.[name] ?? []).map(({ term }) => term),
    lookup: (ledger, text) => ask("records", "lookup", { ledger, text, limit: 20 }),
  };
  const sections = Map.groupBy(Object.entries(declaration.fields), ([, field]) => field.section ?? "");
  return (
    <div className="field-list">
      {[...sections].map(([section, fields]) => (
        <fieldset key={section} disabled={disabled}>
          {section === "" ? null : <legend>{section}</legend>}
          {fields.map(([name, field]) => {
            const issue = issues.find((found) => found.field === name);
            const source = sources[name];
            return (
              <div
                key={name}
                className={field.kind === "stages" || field.kind === "references" ? "field whole" : "field"}
              >
                <label htmlFor={`field-${name}`}>
                  {field.label}
                  {field.required === true ? <em title="必填">＊</em> : null}
                </label>
                <FieldControl
                  id={`field-${name}`}
                  field={field}
                  value={values[name] ?? null}
                  onChange={(value) => onChange(name, value)}
                  context={context}
                />
                {issue === undefined ? null : <div className={`field-issue ${issue.level}`}>{issue.message}</div>}
                {source === undefined || values[name] == null ? null : <SourceLine source={source} onOpen={setCell} />}
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

function SourceLine({
  source,
  onOpen,
}: {
  source: ValueSource;
  onOpen: (cell: Extract<ValueSource, { kind: "cell" }>) => void;
}): ReactElement {
  if (source.kind === "manual") {
    return (
      <div className="field-source">
        {source.by} 于 {source.at.slice(0, 10)} 录入
      </div>
    );
  }
  return (
    <button
      type="button"
      className="link field-source"
      onClick={() => onOpen(source)}
      title={`${source.file}：“${source.raw}”`}
    >
      出处：{source.sheet} {source.cell}　{source.file}
    </button>
  );
}
