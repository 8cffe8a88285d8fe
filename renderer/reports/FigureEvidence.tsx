import type { ReactElement } from "react";
import { lastYear, type Scope, yearScope } from "../../shared/metrics/scope.ts";
import type { ResolvedFigure } from "../../shared/report/document.ts";
import { Evidence } from "../evidence/Evidence.tsx";

/** The evidence of one figure: in the report's own bounds, or in those that the figure carries. */
export function FigureEvidence({ figure, scope }: { figure: ResolvedFigure; scope: Scope }): ReactElement {
  return (
    <>
      <h2>
        依据<span>{figure.kind === "roster" ? "名单" : figure.kind === "target" ? "任务" : "数字"}</span>
      </h2>
      <p className="report-quote">“{figure.text}”</p>
      <Evidence metric={figure.metric} scope={boundsOf(figure, scope)} />
    </>
  );
}

function boundsOf({ scope: own }: ResolvedFigure, scope: Scope): Scope {
  if (own === undefined) return scope;
  if (own === "lastYear") return lastYear(scope);
  return own === "nextYear" ? yearScope(Number(scope.to.slice(0, 4)) + 1) : own;
}
