import type { ReactElement, ReactNode } from "react";

export type Tone = "plain" | "ok" | "warn" | "accent" | "err";

/** A small word with a tone; the word itself says what it means, the colour only helps. */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }): ReactElement {
  return <span className={tone === "plain" ? "tag" : `tag ${tone}`}>{children}</span>;
}
