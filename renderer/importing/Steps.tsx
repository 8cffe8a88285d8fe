import { Fragment, type ReactElement } from "react";

export const steps = { file: "文件", sheet: "表与表头", columns: "栏目对应", check: "核对", done: "完成" } as const;
export type Step = keyof typeof steps;

/** 文件 → 表与表头 → 栏目对应 → 核对 → 完成: where one is, and the way to any other. */
export function Steps({
  now,
  may,
  onGo,
}: {
  now: Step;
  /** Steps that can be gone to. */
  may: readonly Step[];
  onGo: (step: Step) => void;
}): ReactElement {
  return (
    <nav className="import-steps" aria-label="导入步骤">
      {(Object.keys(steps) as Step[]).map((step, at) => (
        <Fragment key={step}>
          {at === 0 ? null : <span aria-hidden="true">→</span>}
          <button
            type="button"
            className={step === now ? "tag accent" : "tag"}
            {...(step === now ? { "aria-current": "step" as const } : {})}
            disabled={step !== now && !may.includes(step)}
            onClick={() => onGo(step)}
          >
            {steps[step]}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
