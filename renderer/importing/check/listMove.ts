import type { KeyboardEvent } from "react";

export interface ListKeys {
  /** The chosen row and how many there are. */
  readonly at: number;
  readonly count: number;
  readonly onChoose: (at: number) => void;
  /** Enter: into the panel. */
  readonly onEnter: () => void;
  /** A number key. */
  readonly onNumber: (number: number) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** The keys of a list of rows with a panel beside it: 核对 and 待处理数据 have the same. */
export function listMove(event: KeyboardEvent, { at, count, onChoose, onEnter, onNumber }: ListKeys): void {
  if (event.key === "Enter" && !event.ctrlKey) {
    event.preventDefault();
    return onEnter();
  }
  if (/^[1-9]$/.test(event.key) && !event.ctrlKey && !event.altKey) return onNumber(Number(event.key));
  const to = event.key === "Home" ? 0 : event.key === "End" ? count - 1 : at + (steps[event.key] ?? Number.NaN);
  if (Number.isNaN(to) || count === 0) return;
  event.preventDefault();
  onChoose(Math.min(count - 1, Math.max(0, to)));
}
