import type { ReactElement } from "react";
import type { ResolvedFigure } from "../../shared/report/document.ts";
import { Evidence } from "../evidence/Evidence.tsx";

/** The evidence of one figure, in the bounds in which the report asked for it. */
export function FigureEvidence({ figure }: { figure: ResolvedFigure }): ReactElement {
  return (
    <>
      <h2>
        依据<span>{figure.kind === "roster" ? "名单" : figure.kind === "target" ? "任务" : "数字"}</span>
      </h2>
      <p className="report-quote">“{figure.text}”</p>
      <Evidence metric={figure.metric} scope={figure.scope} />
    </>
  );
}
