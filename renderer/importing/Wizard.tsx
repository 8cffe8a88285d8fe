import { Button, Skeleton, Spin } from "antd";
import { type ReactElement, useState } from "react";
import { Navigate, useNavigate, useParams } from "react-router";
import type { ImportReport, TableCorrection } from "../../shared/api/api.ts";
import { findLedger } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { useQuery } from "../api/useQuery.ts";
import { OriginalSheet } from "../evidence/OriginalSheet.tsx";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useAttempt } from "../ui/useAttempt.ts";
import { CheckStep } from "./check/CheckStep.tsx";
import { ColumnStep } from "./columns/ColumnStep.tsx";
import { DoneStep } from "./DoneStep.tsx";
import { Elapsed } from "./Elapsed.tsx";
import { batchBecomes } from "./importStore.ts";
import { restage, successorOf } from "./restage.ts";
import { SheetStep } from "./sheet/SheetStep.tsx";
import { type Step, Steps } from "./Steps.tsx";
import { useKeptFocus } from "./useKeptFocus.ts";
import { useSendBack } from "./useSendBack.ts";

const openSteps: readonly Step[] = ["file", "sheet", "columns", "check"];

/** The steps of one batch. What is set right at one step goes to the importer on leaving it. */
export function Wizard(): ReactElement {
  const { batch: number = "", step = "check" } = useParams();
  const batch = Number(number);
  const navigate = useNavigate();
  const { busy, attempt } = useAttempt<"restage" | "apply">();
  const [draft, setDraft] = useState<readonly TableCorrection[]>([]);
  const [leaving, setLeaving] = useState<{ batch: number; next: Step } | null>(null);
  const [mark, setMark] = useState<{ sheet: string; cell: string } | null>(null);
  const found = useQuery("importing", "report", { batch });
  const batches = useQuery("importing", "batches", {});
  const sendBack = useSendBack(batch);
  const status = batches.data?.find(({ id }) => id === batch)?.status;
  const report = found.data;
  const now: Step = status === "staged" || status === undefined ? (step as Step) : "done";

  const anew = (corrections: readonly TableCorrection[], next: Step = now): Promise<void> =>
    attempt("restage", async () => {
      setLeaving({ batch, next });
      const after = await restage(batch, corrections);
      setDraft([]);
      await navigate(`/import/${after.batch}/${next}`, { replace: true });
    });
  const go = (next: Step): void => {
    if (next === "file") void navigate("/import");
    else if (draft.length > 0) void anew(draft, next);
    else void navigate(`/import/${batch}/${next}`);
  };
  const confirm = (): void =>
    void attempt("apply", async () => {
      try {
        batchBecomes(batch, await ask("importing", "apply", { batch }), "applied");
      } finally {
        // Where it does not go in, it may have gone in, or been given up, in another window.
        await Promise.all([found.refetch(), batches.refetch()]);
      }
      await navigate(`/import/${batch}/done`);
    });

  useKeptFocus(`${batch} ${now} ${busy} ${report === undefined || batches.data === undefined}`);
  const successor = successorOf(batch);
  if (successor !== null) {
    // Where it was left for another step the successor opens at that one: this may come before the navigation itself.
    const at = leaving?.batch === batch ? leaving.next : step;
    return <Navigate to={`/import/${successor}/${at}`} replace />;
  }
  if (found.error !== null) {
    return (
      <Page title="导入">
        <Trouble error={found.error}>
          <Button size="small" onClick={() => void navigate("/import")}>
            返回批次列表
          </Button>
        </Trouble>
      </Page>
    );
  }
  if (report === undefined || batches.data === undefined) return <Skeleton active className="page" />;
  if (status === undefined && !batches.isFetching) {
    return (
      <Page title="导入">
        <div className="notice">
          第 {batch} 批（{report.file}）已放弃，没有导入。
          <Button size="small" onClick={() => void navigate("/import")}>
            返回批次列表
          </Button>
        </div>
      </Page>
    );
  }
  const shared = {
    report,
    batch,
    busy: busy !== null,
    onAnswer: anew,
    onMark: (sheet: string, cell: string) => setMark({ sheet, cell }),
  };
  const corrected = { ...shared, draft, onDraft: setDraft, onGo: go };
  return (
    <Page
      title={
        <>
          导入 · <span title={report.file}>{report.file}</span>
        </>
      }
      aside={
        <>
          <span className="quiet">{goesInto(report)}</span>
          {report.knownAs === undefined || now === "done" ? null : (
            <Tag tone="accent">与第 {report.knownAs} 批是同一文件</Tag>
          )}
        </>
      }
      actions={<Steps now={now} may={now === "done" ? ["file"] : openSteps} onGo={go} />}
    >
      <Spin
        spinning={busy !== null}
        classNames={{ root: "import-spin" }}
        description={
          <>
            {busy === "apply" ? "正在导入" : "正在重新识别"}
            <Elapsed key={busy} />
          </>
        }
      >
        {now === "sheet" ? <SheetStep {...corrected} /> : null}
        {now === "columns" ? <ColumnStep {...corrected} /> : null}
        {now === "check" ? <CheckStep {...shared} onConfirm={confirm} onSendBack={sendBack} /> : null}
        {now === "done" ? (
          <DoneStep report={report} batch={batch} status={status ?? "applied"} onMark={shared.onMark} />
        ) : null}
      </Spin>
      {mark === null ? null : <OriginalSheet batch={batch} {...mark} onClose={() => setMark(null)} />}
    </Page>
  );
}

/** Which ledgers the file is for: a wrong one is best seen before anything goes in. */
function goesInto({ tables }: ImportReport): string {
  const titles = [...new Set(tables.flatMap(({ ledger }) => findLedger(ledger ?? "")?.title ?? []))];
  const [first, second, ...more] = titles;
  if (first === undefined) return "";
  return `→ ${second === undefined ? first : `${first}、${second}`}${more.length === 0 ? "" : ` 等 ${titles.length} 本台账`}`;
}
