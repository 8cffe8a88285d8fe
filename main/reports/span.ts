import type { ResolvedFigure } from "../../shared/report/document.ts";

export type Level = 1 | 2 | 3 | 4;

/** A stretch of text in one face. `lead`: the face of that heading level, inside a body paragraph. */
export interface Span {
  readonly text: string;
  /** A new line of the same paragraph begins here (titles). */
  readonly breakBefore?: true;
  readonly lead?: Level;
  readonly figure?: ResolvedFigure;
  readonly isHole?: true;
}
