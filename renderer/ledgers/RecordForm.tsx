import { Button, Skeleton } from "antd";
import type { ReactElement } from "react";
import { useLocation } from "react-router";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import type { LedgerName } from "../../shared/ledgers/index.ts";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { OpenRecord } from "./OpenRecord.tsx";
import { presetOf } from "./preset.ts";

interface Props {
  readonly ledger: LedgerName;
  /** Null makes a new record. */
  readonly id: string | null;
  readonly extras: readonly ExtraField[];
  readonly onClose: () => void;
}

/** One record: fetched, then open for reading and changing. */
export function RecordForm({ ledger, id, extras, onClose }: Props): ReactElement {
  const stored = useQuery("records", "get", id === null ? null : { ledger, id });
  const sources = useQuery("records", "sources", id === null ? null : { ledger, id });
  const preset = presetOf(useLocation().state);
  if (stored.error !== null) {
    return (
      <aside className="card record-form" aria-label="记录">
        <Trouble error={stored.error} />
        <Button onClick={onClose}>关闭</Button>
      </aside>
    );
  }
  if (id !== null && stored.data?.record.id !== id) {
    return (
      <aside className="card record-form" aria-label="记录">
        <Skeleton active />
      </aside>
    );
  }
  return (
    <OpenRecord
      ledger={ledger}
      record={id === null ? null : (stored.data?.record ?? null)}
      titles={{ ...preset?.titles, ...stored.data?.titles }}
      sources={sources.data ?? {}}
      extras={extras}
      preset={id === null ? (preset?.values ?? {}) : {}}
      back={preset?.back ?? null}
      reload={async () => void (await stored.refetch())}
      onClose={onClose}
    />
  );
}
