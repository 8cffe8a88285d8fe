import type { ReactElement } from "react";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useQuery } from "../api/useQuery.ts";
import { changesOf, kindOf } from "./historyChanges.ts";

const when = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short", timeStyle: "short" });

interface Props {
  readonly ledger: LedgerName;
  readonly id: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly extras: readonly ExtraField[];
}

/** Who changed what, when and from which batch, newest first, old → new for each field. */
export function HistoryList({ ledger, id, titles, extras }: Props): ReactElement {
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
              {entry.note === undefined ? "" : `　${entry.note}`}
            </p>
            {changesOf(ledgers[ledger], extras, entry, titles).map(({ label, before, after }) => (
              <p key={label}>
                {label}：{before === "" ? "" : <del>{before}</del>}
                {before === "" ? "" : " → "}
                {after === "" ? "（空）" : after}
              </p>
            ))}
          </li>
        ))}
    </ol>
  );
}
