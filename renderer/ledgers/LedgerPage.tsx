import { App, Button, Input, Segmented } from "antd";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import "./ledger.css";
import { RecordForm } from "./RecordForm.tsx";
import { RecordTable, type Sorting } from "./RecordTable.tsx";

/** Any ledger: its list at the left, one record's form at the right. */
export function LedgerPage(): ReactElement {
  const { ledger = "", id } = useParams();
  if (!(ledger in ledgers)) return <div className="blank-state">没有这本台账。</div>;
  return <OneLedger key={ledger} ledger={ledger as LedgerName} id={id ?? null} />;
}

function OneLedger({ ledger, id }: { ledger: LedgerName; id: string | null }): ReactElement {
  const declaration = ledgers[ledger];
  const { year } = useScope();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const [view, setView] = useState<"all" | "year" | "deleted">("all");
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const search = useDeferredValue(text.trim());
  const yearField: string | undefined = declaration.yearField;

  const list = {
    ledger,
    ...(search === "" ? {} : { search }),
    ...(view === "year" && yearField !== undefined ? { filter: [{ field: yearField, in: [year] }] } : {}),
    ...(view === "deleted" ? { deleted: true } : {}),
    ...(sorting === null ? {} : { sort: [sorting] }),
  };
  const page = useQuery("records", "list", { ...list, limit: 2000 });

  const exportSeen = async (): Promise<void> => {
    const { ticket, name } = await ask("files", "exportLedger", { ledger, list });
    if (await bridge.save(ticket, name)) void message.success(`已导出：${name}`);
  };
  const views = [
    { value: "all", label: "全部" },
    ...(yearField === undefined ? [] : [{ value: "year", label: `${year} 年` }]),
    { value: "deleted", label: "回收站" },
  ];

  return (
    <Page
      title={declaration.title}
      aside={<Tag>{page.data?.total ?? 0} 条</Tag>}
      actions={
        <>
          <Input.Search
            allowClear
            size="middle"
            placeholder="名称、编号、拼音首字母"
            value={text}
            onChange={(event) => setText(event.target.value)}
            style={{ width: 220 }}
          />
          <Segmented options={views} value={view} onChange={(next) => setView(next as typeof view)} />
          <Button onClick={() => void exportSeen()}>导出</Button>
          <Button type="primary" onClick={() => void navigate(`/ledger/${ledger}/new`)}>
            新建
          </Button>
        </>
      }
    >
      {page.error === null ? null : <Trouble error={page.error} />}
      <div className={id === null ? "ledger" : "ledger with-form"}>
        <RecordTable
          declaration={declaration}
          page={page.data ?? { total: 0, records: [], titles: {} }}
          chosen={id}
          sorting={sorting}
          onSort={setSorting}
          onChoose={(next) => void navigate(`/ledger/${ledger}/${next}`)}
        />
        {id === null ? null : (
          <RecordForm
            key={id}
            ledger={ledger}
            id={id === "new" ? null : id}
            onClose={() => void navigate(`/ledger/${ledger}`)}
          />
        )}
      </div>
    </Page>
  );
}
