import { App, Button, Input, Segmented } from "antd";
import { type ReactElement, useDeferredValue, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { ListInput } from "../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { useRecordPages } from "../api/useRecordPages.ts";
import { TemplateDrawer } from "../templates/TemplateDrawer.tsx";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { BlankList, type View } from "./BlankList.tsx";
import "./ledger.css";
import { RecordForm } from "./RecordForm.tsx";
import { RecordTable } from "./RecordTable.tsx";
import type { Sorting } from "./TableHead.tsx";

/** Any ledger: its list at the left, one record's form at the right. */
export function LedgerPage(): ReactElement {
  const { ledger = "", id } = useParams();
  if (!Object.hasOwn(ledgers, ledger)) return <div className="blank-state">没有这本台账。请从左边另选一本。</div>;
  return <OneLedger key={ledger} ledger={ledger as LedgerName} id={id ?? null} />;
}

function OneLedger({ ledger, id }: { ledger: LedgerName; id: string | null }): ReactElement {
  const declaration: LedgerDeclaration = ledgers[ledger];
  const { year } = useScope();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const [view, setView] = useState<View>("all");
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [template, setTemplate] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const search = useDeferredValue(text.trim());
  const extras = useQuery("program", "extraFields", { ledger });
  const { yearField } = declaration;

  const list: ListInput = {
    ledger,
    ...(search === "" ? {} : { search }),
    ...(view === "year" && yearField !== undefined ? { filter: [{ field: yearField, in: [year] }] } : {}),
    ...(view === "deleted" ? { deleted: true } : {}),
    ...(sorting === null ? {} : { sort: [sorting] }),
  };
  const { total } = useRecordPages(list, 0, 0);

  const exportSeen = async (): Promise<void> => {
    try {
      const { ticket, name } = await ask("files", "exportLedger", { ledger, list });
      if (await bridge.save(ticket, name)) void message.success(`已导出 ${total} 条：${name}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };
  const views = [
    { value: "all", label: "全部" },
    ...(yearField === undefined ? [] : [{ value: "year", label: `${year} 年` }]),
    { value: "deleted", label: "回收站" },
  ];
  const focusIn = (place: string): void => pane.current?.querySelector<HTMLElement>(place)?.focus();

  return (
    <Page
      title={declaration.title}
      aside={<Tag>{total} 条</Tag>}
      actions={
        <>
          <Input
            allowClear
            placeholder="名称、编号、拼音首字母"
            aria-label={`在${declaration.title}里查找`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="ledger-search"
          />
          <Segmented options={views} value={view} onChange={(next) => setView(next as View)} />
          <Button disabled={total === 0} onClick={() => void exportSeen()}>
            导出
          </Button>
          <Button onClick={() => setTemplate(true)}>填报表样</Button>
          <Button type="primary" onClick={() => void navigate(`/ledger/${ledger}/new`)}>
            新建
          </Button>
        </>
      }
    >
      <div className={id === null ? "ledger" : "ledger with-form"} ref={pane}>
        <RecordTable
          declaration={declaration}
          extras={extras.data ?? noExtras}
          list={list}
          chosen={id}
          sorting={sorting}
          blank={<BlankList view={view} searching={search !== ""} year={year} title={declaration.title} />}
          onSort={setSorting}
          // Stepping through a list with the arrows is one step of the way back, not one for each row.
          onChoose={(next, how) =>
            void navigate(`/ledger/${ledger}/${next}`, { replace: how === "step" && id !== null })
          }
          onEnter={() => focusIn(".record-form input, .record-form textarea")}
        />
        {id === null ? null : (
          <RecordForm
            key={id}
            ledger={ledger}
            id={id === "new" ? null : id}
            extras={extras.data ?? noExtras}
            onClose={() => {
              void navigate(`/ledger/${ledger}`);
              focusIn(".records");
            }}
          />
        )}
      </div>
      {template ? <TemplateDrawer ledger={ledger} onClose={() => setTemplate(false)} /> : null}
    </Page>
  );
}

const noExtras: readonly never[] = [];
