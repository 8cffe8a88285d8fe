import { useEffect, useRef } from "react";

interface Keys {
  /** Ctrl+Enter, from anywhere on the screen; null while that cannot be. */
  readonly onConfirm: (() => void) | null;
  /** Ctrl+Z outside of boxes that take text. */
  readonly onTakeBack?: () => void;
  /** Selector of the rows, to which Escape leads back from the panel. */
  readonly rows: string;
}

/** Keys that count wherever the focus is on the screen. */
export function useCheckKeys(keys: Keys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.closest("[role=dialog]") !== null) return;
      const { onConfirm, onTakeBack, rows } = newest.current;
      if (event.key === "Enter" && event.ctrlKey) onConfirm?.();
      if (event.key === "z" && event.ctrlKey && target.closest("input, textarea") === null) onTakeBack?.();
      // A box that was finished with Enter may be gone, and the focus with it.
      const beside = target === document.body || target.closest(".check-panel") !== null;
      if (event.key === "Escape" && beside) document.querySelector<HTMLElement>(rows)?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
