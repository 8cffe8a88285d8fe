import { useEffect, useRef } from "react";

/** Ctrl+Enter confirms from anywhere on the screen; Escape leads from the panel back to the rows. */
export function useCheckKeys(onConfirm: (() => void) | null): void {
  const newest = useRef(onConfirm);
  useEffect(() => {
    newest.current = onConfirm;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.closest("[role=dialog]") !== null) return;
      if (event.key === "Enter" && event.ctrlKey) newest.current?.();
      if (event.key === "Escape" && target.closest(".check-panel") !== null)
        document.querySelector<HTMLElement>(".check-table")?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
