import type { ReactElement } from "react";
import type { HistoryEntry } from "../../shared/api/api.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useQuery } from "../api/useQuery.ts";

const when = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short", timeStyle: "short" });

/** Who changed what, when and from which batch, newest first, old → new for each field. */
export function HistoryList({
  ledger,
  id,
  titles,
}: {
  ledger: LedgerName;
  id: string;
  titles: Readonly<Record<string, string>>;
}): ReactElement {
  const history = useQuery("records", "history", { ledger, id });
  return (
    <ol className="history">
      {(history.data ?? [])
        .toSorted((a, b) => b.seq - a.seq)
        .map((entry) => (
          <li key={entry.seq}>
            <p className="quiet">
              {when.format(new Date(entry.at))}　{entry.who}
              {entry.batch === null ? "" : `　第 ${entry.batch} 批导入`}　{kindOf(entry)}
            </p>
            {changesOf(ledgers[ledger], entry, titles).map(({ label, before, after }) => (
              <p key={label}>
                {label}：{before === "" ? "" : `${before} → `}
                {after === "" ? "空" : after}
              </p>
            ))}
          </li>
        ))}
    </ol>
  );
}

function kindOf({ before, after }: HistoryEntry): string {
  if (before === null) return "新建";
  if (after?.["deletedAt"] != null) return "移入回收站";
  return before["deletedAt"] != null ? "恢复" : "修改";
}

function changesOf(
  declaration: LedgerDeclaration,
  { before, after }: HistoryEntry,
  titles: Readonly<Record<string, string>>,
): { label: string; before: string; after: string }[] {
  return Object.entries(declaration.fields).flatMap(([name, field]) => {
    if (after === null || !(name in after)) return [];
    const show = (value: Parameters<typeof showValue>[1] | undefined): string =>
      showValue(field, value ?? null, titles);
    return [{ label: field.label, before: show(before?.[name]), after: show(after[name]) }];
  });
}
