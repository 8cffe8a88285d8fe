import { App, Button, Popconfirm, Skeleton, Tabs } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../shared/api/api.ts";
import { checkRecord } from "../../shared/ledgers/check.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { DetailRows } from "./DetailRows.tsx";
import { FieldList } from "./FieldList.tsx";
import { HistoryList } from "./HistoryList.tsx";

interface Props {
  readonly ledger: LedgerName;
  /** Null makes a new record. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** One record: its values with the source of each, its detail rows and its history. */
export function RecordForm({ ledger, id, onClose }: Props): ReactElement {
  const stored = useQuery("records", "get", id === null ? null : { ledger, id });
  const sources = useQuery("records", "sources", id === null ? null : { ledger, id });
  if (stored.error !== null) return <Trouble error={stored.error} />;
  if (id !== null && stored.data?.record.id !== id) return <Skeleton active />;
  const record = id === null ? null : (stored.data?.record ?? null);
  return (
    <Filled
      key={`${id}-${record?.version ?? 0}`}
      ledger={ledger}
      id={id}
      version={record?.version ?? 0}
      deleted={record?.deletedAt != null}
      values={record?.values ?? {}}
      titles={stored.data?.titles ?? {}}
      sources={sources.data ?? {}}
      onClose={onClose}
    />
  );
}

interface FilledProps extends Props {
  readonly version: number;
  readonly deleted: boolean;
  readonly values: Values;
  readonly titles: Record<string, string>;
  readonly sources: Parameters<typeof FieldList>[0]["sources"];
}

function Filled({ ledger, id, version, deleted, values, titles, sources, onClose }: FilledProps): ReactElement {
  const declaration: LedgerDeclaration = ledgers[ledger];
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Values>({});
  const [trouble, setTrouble] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);
  const merged = useMemo(() => ({ ...values, ...draft }), [values, draft]);
  const issues = useMemo(() => checkRecord(declaration, merged), [declaration, merged]);
  const changed = Object.keys(draft).length > 0;

  const attempt = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      void message.success(await work());
    } catch (error) {
      if (error instanceof ProblemError) setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<void> =>
    attempt(async () => {
      const saved = await ask("records", "save", { ledger, id, version, values: draft });
      setDraft({});
      if (id === null) void navigate(`/ledger/${ledger}/${saved.id}`);
      return "已保存";
    });
  const remove = (): Promise<void> =>
    attempt(async () => {
      await ask("records", "remove", { ledger, id: id ?? "", version });
      onClose();
      return "已移入回收站";
    });
  const restore = (): Promise<void> =>
    attempt(async () => {
      await ask("records", "restore", { ledger, id: id ?? "" });
      return "已恢复";
    });

  const title = id === null ? `新建${declaration.title}` : String(merged[declaration.titleField] ?? declaration.title);
  const blocking = issues.filter(({ level }) => level === "error");
  return (
    <aside className="card record-form" aria-label={title}>
      <header className="record-head">
        <h2>{titles[title] ?? title}</h2>
        {deleted ? (
          <Button onClick={() => void restore()}>恢复</Button>
        ) : (
          <Button type="primary" loading={busy} disabled={!changed || blocking.length > 0} onClick={() => void save()}>
            保存
          </Button>
        )}
        {changed ? <Button onClick={() => setDraft({})}>放弃修改</Button> : null}
        {id === null || deleted ? null : (
          <Popconfirm
            title="移入回收站？"
            description="随时可以从回收站恢复。"
            onConfirm={remove}
            okText="移入"
            cancelText="不移"
          >
            <Button>删除</Button>
          </Popconfirm>
        )}
        <Button type="text" aria-label="关闭" onClick={onClose}>
          ×
        </Button>
      </header>
      <Trouble error={trouble} />
      <Tabs
        size="small"
        items={[
          {
            key: "values",
            label: "内容",
            children: (
              <FieldList
                declaration={declaration}
                values={merged}
                titles={titles}
                issues={id === null && !changed ? [] : issues}
                sources={sources}
                disabled={deleted}
                onChange={(name, value) => setDraft((before) => ({ ...before, [name]: value }))}
              />
            ),
          },
          ...(id === null
            ? []
            : [
                { key: "details", label: "明细", children: <DetailRows ledger={ledger} id={id} /> },
                {
                  key: "history",
                  label: "修改记录",
                  children: <HistoryList ledger={ledger} id={id} titles={titles} />,
                },
              ]),
        ]}
      />
    </aside>
  );
}
