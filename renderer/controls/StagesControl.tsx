import { Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import type { StageEntry, StagesField } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";
import { WrittenControl } from "./WrittenControl.tsx";

/** The stages a record has reached: each with its date and document number, in the order of the flow. */
export function StagesControl({
  id,
  field,
  value,
  onChange,
  context,
  onDoubt,
}: ControlProps<StagesField, StageEntry[]>): ReactElement {
  const entries = value ?? [];
  const change = (next: StageEntry[]): void => onChange(next.length === 0 ? null : next);
  const set = (at: number, part: Partial<StageEntry>): void =>
    change(entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry)));
  const unused = field.flow.filter(({ stage }) => !entries.some((entry) => entry.stage === stage));
  return (
    <div className="stages">
      {entries.map((entry, at) => (
        <div className="stage-row" key={entry.stage}>
          <Select
            value={entry.stage}
            onChange={(stage: string) => set(at, { stage })}
            options={[entry, ...unused].map(({ stage }) => ({ value: stage, label: stage }))}
            aria-label="阶段"
          />
          <WrittenControl
            id={`${id}-${at}`}
            field={{ kind: "date", label: "日期" }}
            value={entry.date}
            onChange={(date) => set(at, { date: date as string | null })}
            context={context}
            {...(onDoubt === undefined ? {} : { onDoubt })}
          />
          <Input
            value={entry.documentNo ?? ""}
            placeholder="文号"
            aria-label="文号"
            onChange={(event) => set(at, { documentNo: event.target.value === "" ? null : event.target.value })}
          />
          <Button
            type="text"
            size="small"
            aria-label={`删去${entry.stage}`}
            onClick={() => change(entries.toSpliced(at, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      {unused[0] === undefined ? null : (
        <Button
          size="small"
          id={id}
          onClick={() => change([...entries, { stage: unused[0]?.stage ?? "", date: null }])}
        >
          添加阶段
        </Button>
      )}
    </div>
  );
}
