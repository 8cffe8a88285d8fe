import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import type { ReactElement } from "react";
import { useScope } from "../api/scope.tsx";

/** 年度 and 截至日期. The date moves with the year and stays within it. */
export function YearPicker({ years }: { years: readonly number[] }): ReactElement {
  const { year, asOf, choose } = useScope();
  // The next year can be begun before it has a record.
  const coming = Math.max(year, ...years) + 1;
  const offered = [...new Set([...years, year, coming])].sort((a, b) => b - a);
  return (
    <>
      <label className="pick">
        <Select
          size="small"
          value={year}
          onChange={(next: number) => choose(next)}
          options={offered.map((value) => ({ value, label: `${value} 年度` }))}
          popupMatchSelectWidth={false}
          aria-label="年度"
        />
      </label>
      <label className="pick">
        截至
        <DatePicker
          size="small"
          allowClear={false}
          value={dayjs(asOf)}
          minDate={dayjs(`${year}-01-01`)}
          maxDate={dayjs(`${year}-12-31`)}
          onChange={(day) => choose(year, day?.format("YYYY-MM-DD"))}
          aria-label="截至日期"
        />
      </label>
    </>
  );
}
