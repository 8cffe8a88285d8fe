import { Input } from "antd";
import { type ReactElement, useState } from "react";
import type { DateField, MoneyField, PeriodField } from "../../shared/fields/field.ts";
import { readCell, showValue } from "../../shared/fields/index.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";

/**
 * Dates, periods and money are typed as people write them (2012年6月, 2012.6.15, 上半年, 400万) and read by the same
 * function that reads a cell; what cannot be understood stays in the box, with the reason under it or told to the form.
 */
export function WrittenControl({
  id,
  field,
  value,
  onChange,
  onDoubt,
}: ControlProps<DateField | PeriodField | MoneyField, string | number>): ReactElement {
  const shown = showValue(field, value);
  /** What is being typed; null while the box shows the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const [doubt, setDoubt] = useState<string | null>(null);

  const commit = (): void => {
    if (typed === null) return;
    const reading = readCell(field, { text: typed, type: "text" }, () => []);
    if ("doubt" in reading) {
      setDoubt(reading.doubt);
      onDoubt?.(`${field.label}：${reading.doubt}`);
      return;
    }
    setDoubt(null);
    onDoubt?.(null);
    setTyped(null);
    // These three kinds read as text or number.
    onChange(reading.value as Exclude<Value, boolean | unknown[]> | null);
  };
  return (
    <>
      <Input
        id={id}
        value={typed ?? shown}
        status={doubt === null ? "" : "error"}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onPressEnter={commit}
        placeholder={
          field.kind === "money"
            ? field.importUnit
            : field.kind === "date"
              ? "如 2012年6月15日、2012.6"
              : "如 2011.3-2013.2"
        }
      />
      {doubt === null || onDoubt !== undefined ? null : <div className="control-doubt">{doubt}</div>}
    </>
  );
}
