import { App } from "antd";
import { useState } from "react";

/** What a page's buttons do: which of them is at work, and what went wrong in words of its own. */
interface Attempts<What extends string> {
  readonly busy: What | null;
  /** Never rejects: a failure is shown as a message. */
  attempt(what: What, work: () => Promise<void>): Promise<void>;
  /** Says that it is done. */
  done(words: string): void;
}

export function useAttempt<What extends string>(): Attempts<What> {
  const { message } = App.useApp();
  const [busy, setBusy] = useState<What | null>(null);
  const attempt = async (what: What, work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(null);
    }
  };
  return { busy, attempt, done: (words) => void message.success(words) };
}
