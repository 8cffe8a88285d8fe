import { Button, Segmented, Tabs } from "antd";
import { type ReactElement, useState } from "react";
import type { TableCorrection } from "../../../shared/api/api.ts";
import { useQuery } from "../../api/useQuery.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import type { CorrectingProps } from "../columns/ColumnStep.tsx";
import { headingRows, type RowRole, roleWords, rowRoles } from "./rowRoles.ts";
import "./sheet.css";
import { SheetGrid } from "./SheetGrid.tsx";
import { TablePanel } from "./TablePanel.tsx";

const PAGE = 200;
type Meaning = "heading" | "first" | "last";

/** 表与表头: the sheet as it stands, with what was found in colour. A click on a row corrects it, and the rest follows. */
export function SheetStep({ report, onGo, busy, onAnswer, draft }: CorrectingProps): ReactElement {
  const [sheet, setSheet] = useState(
    report.tables.find(({ ledger }) => ledger !== null)?.sheet ?? report.tables[0]?.sheet,
  );
  const [from, setFrom] = useState(1);
  const [meaning, setMeaning] = useState<Meaning>("heading");
  const [chosen, setChosen] = useState(0);
  const found = useQuery("importing", "sheetPage", {
    fileHash: report.fileHash,
    ...(sheet === undefined ? {} : { sheet }),
    from,
    limit: PAGE,
  });
  const page = found.data;
  if (page === undefined) return <Trouble error={found.error} />;
  const tables = report.tables.filter((table) => table.sheet === page.sheet);
  const table = tables[Math.min(chosen, tables.length - 1)];
  const correct = (more: Omit<TableCorrection, "sheet" | "table">): void =>
    void onAnswer([...draft, { sheet: page.sheet, table: table?.place ?? 0, ...more }]);
  const onRow = (row: number, extend: boolean): void => {
    if (busy) return;
    if (meaning === "first") return correct({ firstRow: row });
    if (meaning === "last") return correct({ lastRow: row });
    const rows = extend ? between(table?.headerRows ?? [], row) : headingRows(page, row);
    // The data begin below the heading wherever it moves.
    correct({ headerRows: rows, firstRow: (rows.at(-1) ?? row) + 1 });
  };
  const choose = (name: string): void => {
    setSheet(name);
    setFrom(1);
    setChosen(0);
  };
  const to = Math.min(page.total, from + PAGE - 1);
  return (
    <div className="mapping">
      <div className="mapping-left">
        <div className="sheet-bar">
          <Segmented<Meaning>
            size="small"
            value={meaning}
            onChange={setMeaning}
            options={[
              { value: "heading", label: "点一行作表头" },
              { value: "first", label: "点首个数据行" },
              { value: "last", label: "点末个数据行" },
            ]}
          />
          <Legend />
        </div>
        <div className="mapping-box">
          <SheetGrid page={page} roles={rowRoles(page, report.tables)} from={from} to={to} onRow={onRow} />
        </div>
        <div className="sheet-foot">
          <Tabs
            size="small"
            tabPlacement="bottom"
            activeKey={page.sheet}
            onChange={choose}
            items={page.sheets.map(({ name, hidden }) => ({ key: name, label: hidden ? `${name}（隐藏）` : name }))}
          />
          {page.total > PAGE ? (
            <span className="quiet">
              第 {from}–{to} 行，共 {page.total} 行
              <Button size="small" disabled={from === 1} onClick={() => setFrom(from - PAGE)}>
                上一页
              </Button>
              <Button size="small" disabled={to === page.total} onClick={() => setFrom(from + PAGE)}>
                下一页
              </Button>
            </span>
          ) : null}
        </div>
      </div>
      <TablePanel
        key={`${page.sheet}-${table?.place ?? 0}-${table?.ledger ?? ""}`}
        tables={tables}
        table={table}
        report={report}
        busy={busy}
        onChoose={setChosen}
        onCorrect={correct}
        onGo={onGo}
      />
    </div>
  );
}

function Legend(): ReactElement {
  const roles: RowRole[] = ["title", "heading", "data", "total", "out"];
  return (
    <ul className="sheet-legend" aria-label="图例">
      {roles.map((role) => (
        <li key={role}>
          <i className={role} />
          {roleWords[role]}
        </li>
      ))}
      <li>Shift 连点占几行</li>
    </ul>
  );
}

function between(rows: readonly number[], row: number): number[] {
  const first = Math.min(row, ...rows);
  const last = Math.max(row, ...rows);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
