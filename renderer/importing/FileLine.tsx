import { Button } from "antd";
import { memo, type ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import { findLedger } from "../../shared/ledgers/index.ts";
import { Tag } from "../ui/Tag.tsx";
import { applyFiles, giveUp } from "./importWork.ts";
import { LedgerBox } from "./LedgerBox.tsx";
import { countWords } from "./outcomes.ts";
import { PasswordBox } from "./PasswordBox.tsx";
import { firstStep, isKnown, questionsOf, type ReadFile, type TakenFile, untold, writesOf } from "./taken.ts";

interface Props {
  readonly file: TakenFile;
  readonly busy: boolean;
  readonly year: number;
}

/**
 * One file in one line: what it is, what it would do, and what there is to do about it. Of sixty lines only the one of
 * the file in hand is drawn again.
 */
export const FileLine = memo(function FileLine({ file, busy, year }: Props): ReactElement {
  const { name, folder, report, state } = file;
  const path = folder === "" ? name : `${folder}/${name}`;
  return (
    <section className="file-line" aria-label={path}>
      <span className="file-name" title={path}>
        {name}
        {folder === "" ? null : <small>{folder.split("/").at(-1)}</small>}
      </span>
      {state === "waiting" ? <span className="quiet">未读</span> : null}
      {state === "reading" ? <span className="quiet">正在读…</span> : null}
      {state === "locked" ? <PasswordBox file={file} year={year} /> : null}
      {state === "refused" ? (
        <>
          <Tag tone="err">未导入</Tag>
          {file.ticket !== undefined && report?.refusal?.code === untold ? (
            <LedgerBox file={file} year={year} />
          ) : (
            <span className="file-words" title={report?.refusal?.message}>
              {report?.refusal?.message}（{report?.refusal?.code}）
            </span>
          )}
        </>
      ) : null}
      {report !== null && (state === "staged" || state === "applied" || state === "given up") ? (
        <ReadLine file={{ ...file, report }} busy={busy} />
      ) : null}
    </section>
  );
});

function ReadLine({ file, busy }: { file: ReadFile; busy: boolean }): ReactElement {
  const navigate = useNavigate();
  const { report, state } = file;
  const { batch } = report;
  const named = [...new Set(report.tables.flatMap(({ ledger }) => ledger ?? []))];
  const titles = named.map((ledger) => findLedger(ledger)?.title ?? "").join("、");
  return (
    <>
      <span className="file-words" title={countWords(report.counts)}>
        {titles === "" ? "" : `${titles}：`}
        {countWords(report.counts)}
      </span>
      <span className="page-space" />
      {report.knownAs !== undefined && state === "staged" ? (
        <Tag tone="accent">与第 {report.knownAs} 批是同一文件</Tag>
      ) : null}
      {state === "given up" ? <Tag>已放弃，没有导入</Tag> : null}
      {state === "applied" ? (
        <>
          <Tag tone="ok">已导入，第 {batch} 批</Tag>
          {named.slice(0, 1).map((ledger) => (
            <Link key={ledger} to={`/ledger/${ledger}`}>
              打开{findLedger(ledger)?.title}
            </Link>
          ))}
        </>
      ) : null}
      {state === "staged" ? (
        <>
          <State file={file} />
          <Button size="small" disabled={busy} onClick={() => void giveUp(file)}>
            放弃
          </Button>
          <Button size="small" disabled={busy} onClick={() => void navigate(`/import/${batch}/${firstStep(report)}`)}>
            查看
          </Button>
          {questionsOf(report) > 0 ? null : (
            <Button size="small" type="primary" disabled={busy} onClick={() => void applyFiles([file])}>
              {writesOf(report) === 0 ? "确认（无变化）" : `确认导入 ${writesOf(report)} 条`}
            </Button>
          )}
        </>
      ) : null}
    </>
  );
}

function State({ file: { report } }: { file: ReadFile }): ReactElement {
  const questions = questionsOf(report);
  const { twins, invalid, doubts } = report.counts;
  if (questions > 0) return <Tag tone="warn">{questions} 处要先问清</Tag>;
  if (twins + invalid > 0) return <Tag tone="warn">{twins + invalid} 行要核对</Tag>;
  if (doubts > 0) return <Tag tone="warn">{doubts} 格看不懂</Tag>;
  if (isKnown(report)) return <Tag tone="ok">可以直接导入</Tag>;
  return <Tag>请核对</Tag>;
}
