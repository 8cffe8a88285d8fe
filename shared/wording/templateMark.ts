// What tells our own fill-in templates (填报表样) from any other workbook: a hidden row right above the heading, in each
// cell of which stands what its column feeds. Cells move with their columns, so that a sender may insert, sort and copy,
// rename the file and save it in another format.

export interface TemplateMark {
  readonly version: number;
  readonly ledger: string;
  /** Of the rows that name none. */
  readonly year: number | null;
  /** Key of a template's column (shared/ledgers/templateColumns.ts); `nothing` for one that is not kept (序号). */
  readonly column: string;
  /** 万元, % …: what the template's heading said. */
  readonly unit: string | null;
}

/** A reader of this version knows marks up to it. */
export const templateVersion = 1;
export const unkeptColumn = "nothing";
/** First cell of the hidden sheet that holds the drop-downs' words. */
export const listsMark = `keji${templateVersion}:lists`;

// No separator that a text file may have between its cells.
const form = /^keji(\d{1,3}):([A-Za-z]{1,64}):(\d{4})?:([\w.#]{1,129}):(\S{0,8})$/u;

export function templateMark({ ledger, year, column, unit }: Omit<TemplateMark, "version">): string {
  return `keji${templateVersion}:${ledger}:${year ?? ""}:${column}:${unit ?? ""}`;
}

/** null for any other text. */
export function readTemplateMark(text: string): TemplateMark | null {
  if (!text.startsWith("keji")) return null;
  const [, version, ledger = "", year, column = "", unit = ""] = form.exec(text.trim()) ?? [];
  if (version === undefined) return null;
  return {
    version: Number(version),
    ledger,
    year: year === undefined ? null : Number(year),
    column,
    unit: unit === "" ? null : unit,
  };
}

export function isListsMark(text: string): boolean {
  return /^keji\d{1,3}:lists$/u.test(text);
}
