import { Button, Select } from "antd";
import { type ReactElement, useMemo } from "react";
import type { ColumnCorrection, ImportedTable, ImportReport, TableCorrection } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { columnName } from "../../../shared/wording/columnName.ts";
import { ask } from "../../api/client.ts";
import { useQuery } from "../../api/useQuery.ts";
import { Tag } from "../../ui/Tag.tsx";
import { useAttempt } from "../../ui/useAttempt.ts";
import { withCorrection } from "../restage.ts";
import { sureFrom } from "../taken.ts";
import { samplesOf } from "./samples.ts";
import { noTarget, type TargetGroup, targetGroups, targetIn, targetValue, targetWords } from "./targets.ts";

interface Props {
  readonly report: ImportReport;
  readonly table: ImportedTable;
  readonly draft: readonly TableCorrection[];
  readonly onDraft: (draft: TableCorrection[]) => void;
}
type Column = ImportedTable["columns"][number];

export function ColumnTable({ report, table, draft, onDraft }: Props): ReactElement {
  const ledger = table.ledger ?? "";
  const place = { sheet: table.sheet, table: table.place ?? 0 };
  const extras = useQuery("program", "extraFields", { ledger });
  const page = useQuery("importing", "sheetPage", {
    fileHash: report.fileHash,
    sheet: table.sheet,
    from: table.firstRow,
    limit: 60,
  });
  const groups = useMemo(() => targetGroups(ledger, extras.data ?? []), [ledger, extras.data]);
  const { busy, attempt } = useAttempt<"extra">();
  const drafted = draft.find((one) => one.sheet === place.sheet && one.table === place.table);
  const change = (correction: ColumnCorrection): void =>
    onDraft(withCorrection(draft, { ...place, columns: [correction] }));
  const keepAsExtra = (column: Column): Promise<void> =>
    attempt("extra", async () => {
      const label = column.heading.slice(0, 50);
      const all = await ask("program", "addExtraField", { ledger, label, kind: "text" });
      await extras.refetch();
      const made = all.findLast((one) => one.label === label);
      if (made !== undefined) change({ column: column.column, field: made.name });
    });

  return (
    <div className="mapping-box">
      <table className="mapping-table">
        <thead>
          <tr>
            <th className="letter">列</th>
            <th>表头</th>
            <th>样例</th>
            <th className="target">对应栏目</th>
            <th className="unit">单位</th>
            <th className="sure">把握</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => {
            const said = drafted?.columns?.find((one) => one.column === column.column);
            const samples = samplesOf(page.data, column.column, table.firstRow, table.lastRow).join("、");
            return (
              <tr key={column.column} className={said === undefined ? "" : "changed"}>
                <th scope="row">{columnName(column.column)}</th>
                <td title={column.heading}>{column.heading}</td>
                <td className="quiet" title={samples}>
                  {samples}
                </td>
                <td>
                  <Target column={column} said={said} ledger={ledger} groups={groups} onChange={change} />
                </td>
                <td>
                  <Unit column={column} said={said} ledger={ledger} onChange={change} />
                </td>
                <td>
                  <Sure column={column} said={said} />
                  {column.field === null && column.heading !== "" && column.confidence === 0 && said === undefined ? (
                    <Button
                      size="small"
                      type="link"
                      loading={busy === "extra"}
                      title="在台账里加一个同名的栏，收下这一列"
                      onClick={() => void keepAsExtra(column)}
                    >
                      存为扩展栏
                    </Button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly column: Column;
  readonly said: ColumnCorrection | undefined;
  readonly ledger: string;
  readonly onChange: (correction: ColumnCorrection) => void;
}

function Target({ column, said, ledger, groups, onChange }: CellProps & { groups: TargetGroup[] }): ReactElement {
  const field = said?.field === undefined ? column.field : said.field;
  const owner = said?.field === undefined ? (column.ledger ?? ledger) : (said.ledger ?? ledger);
  const value =
    field === null ? (said?.field === null || column.confidence > 0 ? noTarget : null) : targetValue(owner, field);
  const isListed = groups.some(({ options }) => options.some((one) => one.value === value));
  const more =
    value === null || isListed || field === null ? [] : [{ value, label: targetWords(owner, field), search: "" }];
  return (
    <Select
      size="small"
      className="wide"
      showSearch={{ optionFilterProp: "search" }}
      aria-label={`“${column.heading}”对应栏目`}
      placeholder="未对应，随批保存"
      value={value}
      onChange={(next: string) => {
        const target = targetIn(next);
        if (target === null) onChange({ column: column.column, field: null });
        else if (target.ledger === ledger) onChange({ column: column.column, field: target.field });
        else onChange({ column: column.column, field: target.field, ledger: target.ledger });
      }}
      options={[...groups.map(({ label, options }) => ({ label, options: [...options] })), ...more]}
    />
  );
}

function Unit({ column, said, ledger, onChange }: CellProps): ReactElement | null {
  const field = said?.field === undefined ? column.field : said.field;
  const owner = said?.field === undefined ? (column.ledger ?? ledger) : (said.ledger ?? ledger);
  const declared = findLedger(owner)?.fields[field ?? ""];
  if (declared?.kind !== "money") return <>{column.unit ?? ""}</>;
  return (
    <Select
      size="small"
      className="wide"
      aria-label={`“${column.heading}”单位`}
      placeholder={`按${declared.importUnit}`}
      value={said?.unit ?? column.unit ?? null}
      onChange={(unit: string) => onChange({ column: column.column, unit })}
      options={["元", "千元", "万元", "亿元"].map((unit) => ({ value: unit, label: unit }))}
    />
  );
}

function Sure({ column, said }: Pick<CellProps, "column" | "said">): ReactElement {
  if (said !== undefined) return <Tag tone="accent">已改</Tag>;
  if (column.field === null) return column.confidence > 0 ? <Tag>不导入</Tag> : <Tag>不认识</Tag>;
  return column.confidence >= sureFrom ? <Tag tone="ok">确定</Tag> : <Tag tone="warn">请核对</Tag>;
}
