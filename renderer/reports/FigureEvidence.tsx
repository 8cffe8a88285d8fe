import { Button } from "antd";
import type { ReactElement } from "react";
import type { ResolvedFigure } from "../../shared/report/document.ts";
import { Evidence } from "../evidence/Evidence.tsx";

const kinds: Readonly<Record<ResolvedFigure["kind"], string>> = { figure: "数字", roster: "名单", target: "任务" };

/** The evidence of one figure, in the bounds in which the report asked for it. */
export function FigureEvidence({ figure, onClose }: { figure: ResolvedFigure; onClose: () => void }): ReactElement {
  const { kind, text, metric, scope, records } = figure;
  return (
    <>
      <h2>
        依据<span>{kinds[kind]}</span>
        <Button type="text" size="small" aria-label="关闭依据" title="关闭（Esc）" onClick={onClose}>
          ×
        </Button>
      </h2>
      <p className="report-quote">“{text}”</p>
      {kind === "roster" ? (
        <Evidence metric={metric} scope={scope} listed={records.map(({ id }) => id)} />
      ) : (
        <Evidence metric={metric} scope={scope} />
      )}
    </>
  );
}
