import type { ReactElement, ReactNode } from "react";

/** What went wrong, in the words that came with it, and what can be done at once. */
export function Trouble({
  error,
  children,
}: {
  error: { message: string; problem?: { code: string } } | null;
  children?: ReactNode;
}): ReactElement | null {
  if (error === null) return null;
  return (
    <div className="notice err" role="alert">
      {error.message}
      {error.problem === undefined ? "" : `（${error.problem.code}）`} {children}
    </div>
  );
}
