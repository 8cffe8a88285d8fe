export interface OdsText {
  start(): void;
  open(name: string, count: number): void;
  add(text: string): void;
  close(name: string): void;
  value(): string;
}

/** Gathers a cell's paragraphs: one line each, runs of spaces and tabs as their own elements, comments left out. */
export function odsText(longest: number): OdsText {
  let value = "";
  let paragraphs = 0;
  let inParagraph = 0;
  let inComment = 0;
  return {
    start() {
      value = "";
      paragraphs = inParagraph = inComment = 0;
    },
    open(name, count) {
      if (name === "annotation") inComment++;
      if (inComment > 0) return;
      if (name === "p" || name === "h") {
        if (paragraphs++ > 0) value += "\n";
        inParagraph++;
      } else if (name === "s") value += " ".repeat(Math.min(Math.max(1, count || 1), longest));
      else if (name === "tab") value += "\t";
      else if (name === "line-break") value += "\n";
    },
    add(text) {
      // Line ends and runs of blanks between the tags are the writer's layout.
      if (inParagraph > 0 && inComment === 0) value += text.replaceAll(/[\t\n\r ]+/gu, " ");
    },
    close(name) {
      if (name === "annotation") inComment--;
      else if (inComment === 0 && (name === "p" || name === "h")) inParagraph--;
    },
    value: () => value,
  };
}
