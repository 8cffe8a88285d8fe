import { useEffect, useRef } from "react";

/**
 * Where the button that was pressed goes with its step, the keyboard would begin anew at the top of the window, some
 * forty places away: it goes on from the rows, or from the name of the step. `stage` is whatever may have taken it away.
 */
export function useKeptFocus(stage: unknown): void {
  const before = useRef<unknown>(null);
  useEffect(() => {
    if (Object.is(before.current, stage)) return;
    before.current = stage;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    const rows = document.querySelector<HTMLElement>(".check-table");
    (rows ?? document.querySelector<HTMLElement>(".import-steps [aria-current]"))?.focus({ preventScroll: true });
  });
}
