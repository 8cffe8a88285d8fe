import { Button, Popconfirm } from "antd";
import type { ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import type { BatchSummary, ImportReport } from "../../shared/api/api.ts";
import { findLedger } from "../../shared/ledgers/index.ts";
import { useTakeBack } from "./useTakeBack.ts";
import { LeftOut } from "./LeftOut.tsx";
import { Totals } from "./Totals.tsx";

const heads: Readonly<Record<BatchSummary["status"], string>> = {
  applied: "已导入",
  takenBack: "已撤销",
  refused: "没有导入",
  staged: "待确认",
};

/** 完成: what was done, what waits, where to look, and the way back. */
export function DoneStep({
  report,
  batch,
  status,
  onMark,
}: {
  report: ImportReport;
  batch: number;
  status: BatchSummary["status"];
  onMark: (sheet: string, cell: string) => void;
}): ReactElement {
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { counts, tables } = report;
  const named = [...new Set(tables.flatMap(({ ledger }) => ledger ?? []))];
  const near = counts.nearAdded + counts.nearUpdated;
  const lines: [string, number, string][] = [
    ["新增", counts.added, "条"],
    ["更新", counts.updated, "条"],
    ["相同，未动", counts.same, "条"],
    ["跳过", counts.skipped, "行"],
    ["随名称新建单位", counts.stubs, "家"],
    ["看不懂而留空", counts.doubts, "格"],
  ];
  return (
    <div className="import-done">
      <section className="card">
        <h2>
          {heads[status]} 第 {batch} 批<span>{report.file}</span>
        </h2>
        {status === "takenBack" ? (
          <p>本批新增的记录已移入回收站，改动的值已复原。需要时可重新导入同一文件。</p>
        ) : (
          <>
            <dl className="done-counts">
              {lines
                .filter(([, count], at) => at < 3 || count > 0)
                .map(([label, count, measure]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {count} <small>{measure}</small>
                    </dd>
                  </div>
                ))}
            </dl>
            {near > 0 ? (
              <p className="notice">
                {near} 行的单位名称与已有的相近，没有选是不是同一家，已作为新单位导入，没有合并。
                <Button size="small" onClick={() => void navigate("/companies")}>
                  查看相近的单位
                </Button>
              </p>
            ) : null}
            {counts.waiting > 0 ? (
              <p className="notice">
                {counts.waiting} 行没有导入，留作待处理数据。
                <Button size="small" onClick={() => void navigate("/import?show=waiting")}>
                  去办理
                </Button>
              </p>
            ) : null}
            <Totals report={report} onMark={onMark} />
            <LeftOut report={report} />
            <p className="quiet">原文件已随批保存；同一文件再来会认得。这种版式记作表样方案，下次不用再问。</p>
          </>
        )}
        <div className="done-actions">
          {status === "takenBack"
            ? null
            : named.slice(0, 4).map((name) => (
                <Link key={name} to={`/ledger/${name}`}>
                  <Button>打开{findLedger(name)?.title}</Button>
                </Link>
              ))}
          <Button type="primary" onClick={() => void navigate("/import")}>
            继续导入
          </Button>
          <span className="page-space" />
          {status === "applied" ? (
            <Popconfirm
              title={`撤销第 ${batch} 批？`}
              description="本批新增的记录移入回收站，改动的值复原；后来又改过的不动。"
              onConfirm={() => takeBack(batch)}
              okText="撤销本批"
              cancelText="不撤销"
            >
              <Button danger>撤销本批</Button>
            </Popconfirm>
          ) : null}
        </div>
      </section>
    </div>
  );
}
