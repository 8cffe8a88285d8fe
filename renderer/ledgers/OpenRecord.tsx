import { App, Tabs } from "antd";
import { type ReactElement, useRef } from "react";
import { useNavigate } from "react-router";
import type { StoredRecord, ValueSource, Values } from "../../shared/api/api.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { DetailRows } from "./DetailRows.tsx";
import { FieldList } from "./FieldList.tsx";
import { FormHead } from "./FormHead.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { RecordNotice } from "./RecordNotice.tsx";
import { useFormKeys } from "./useFormKeys.ts";
import { useRecordDraft } from "./useRecordDraft.ts";

interface Props {
  readonly ledger: LedgerName;
  readonly record: StoredRecord | null;
  readonly titles: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, ValueSource>>;
  readonly extras: readonly ExtraField[];
  readonly preset: Values;
  /** Where a new detail row returns to. */
  readonly back: string | null;
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

/** A record open in the form: its values with the source of each, its detail rows and its history. */
export function OpenRecord(props: Props): ReactElement {
  const { ledger, record, titles, sources, extras, preset, back, reload, onClose } = props;
  const declaration: LedgerDeclaration = ledgers[ledger];
  const id = record?.id ?? null;
  const version = record?.version ?? 0;
  const navigate = useNavigate();
  const { message } = App.useApp();
  const form = useRecordDraft({ declaration, ledger, record, extras, preset });
  const pane = useRef<HTMLElement>(null);
  const deleted = record?.deletedAt != null;
  const leave = (): void => (back === null ? onClose() : void navigate(back));

  const save = async (): Promise<boolean> => {
    if (form.blocking.length > 0) {
      form.showAll();
      pane.current
        ?.querySelector(`[data-field="${form.blocking[0]?.field ?? ""}"]`)
        ?.scrollIntoView({ block: "center" });
      return false;
    }
    return await form.attempt(async () => {
      const saved = await ask("records", "save", { ledger, id, version, ...form.toSave });
      if (id !== null) await reload();
      form.discard();
      void message.success("已保存");
      if (id === null) void navigate(back ?? `/ledger/${ledger}/${saved.id}`, { replace: true });
    });
  };
  const remove = async (): Promise<void> => {
    const done = await form.attempt(async () => {
      await ask("records", "remove", { ledger, id: id ?? "", version });
      form.discard();
    });
    if (!done) return;
    void message.success("已移入回收站，随时可以恢复");
    onClose();
  };
  const restore = async (): Promise<void> => {
    const done = await form.attempt(async () => void (await ask("records", "restore", { ledger, id: id ?? "" })));
    if (done) void message.success("已恢复");
  };
  // A click on the button, because the state after the blur is not the one that this closure sees.
  useFormKeys(pane, () => pane.current?.querySelector<HTMLElement>(".record-save")?.click(), leave);

  const title = record === null ? `新建${declaration.title}` : String(form.values[declaration.titleField] ?? "");
  return (
    <aside className="card record-form" aria-label={titles[title] ?? title} ref={pane}>
      <FormHead
        title={titles[title] ?? title}
        isNew={record === null}
        deleted={deleted}
        changed={form.changed}
        busy={form.busy}
        onSave={() => void save()}
        onDiscard={form.discard}
        onRemove={() => void remove()}
        onRestore={() => void restore()}
        onClose={leave}
      />
      <LeaveGuard changed={form.changed} save={save} discard={form.discard} />
      <RecordNotice
        trouble={form.trouble}
        blocking={form.shown ? form.blocking.length : 0}
        restored={form.restored}
        onReload={() => void reload().then(form.forgive)}
      />
      <Tabs
        size="small"
        items={[
          {
            key: "values",
            label: "内容",
            children: (
              <FieldList
                key={form.round}
                declaration={declaration}
                extras={extras}
                values={form.values}
                extraValues={form.extraValues}
                titles={titles}
                issues={form.issues}
                sources={sources}
                disabled={deleted}
                onChange={form.change}
                onDoubt={form.doubt}
              />
            ),
          },
          ...(record === null
            ? []
            : [
                {
                  key: "details",
                  label: "明细",
                  children: <DetailRows ledger={ledger} id={record.id} title={titles[title] ?? title} />,
                },
                {
                  key: "history",
                  label: "修改记录",
                  children: <HistoryList ledger={ledger} id={record.id} titles={titles} extras={extras} />,
                },
              ]),
        ]}
      />
    </aside>
  );
}
