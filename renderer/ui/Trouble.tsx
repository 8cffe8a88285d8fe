import type { ReactElement } from "react";

/** What went wrong, in the words that came with it. */
export function Trouble({
  error,
}: {
  error: { message: string; problem?: { code: string } } | null;
}): ReactElement | null {
  if (error === null) return null;
  return (
    <div className="notice err" role="alert">
      {error.message}
      {error.problem === undefined ? "" : `（${error.problem.code}）`}
    </div>
  );
}
