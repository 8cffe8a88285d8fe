// Cells copied in Excel or WPS, as a small file that goes the way of all files.

/** The copied cells; null where the clipboard holds no table. */
export function pastedFile(data: DataTransfer, now: Date): File | null {
  const rows = fromHtml(data.getData("text/html")) ?? fromText(data.getData("text/plain"));
  if (rows === null) return null;
  const time = `${now.getHours()}点${String(now.getMinutes()).padStart(2, "0")}分`;
  // The mark says that it is UTF-8.
  return new File([`\uFEFF${csvOf(rows)}`], `粘贴的表格${time}.csv`, { type: "text/csv" });
}

/** Merged cells say their text once and leave the rest blank, as in a workbook. */
function fromHtml(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table === null) return null;
  const rows: string[][] = [];
  const taken = new Set<string>();
  for (const [at, row] of [...table.rows].entries()) {
    const cells: string[] = [];
    for (const cell of row.cells) {
      while (taken.has(`${at} ${cells.length}`)) cells.push("");
      const column = cells.length;
      for (let down = 0; down < Math.min(cell.rowSpan, 1_000); down++)
        for (let right = 0; right < Math.min(cell.colSpan, 1_000); right++) taken.add(`${at + down} ${column + right}`);
      cells.push(cell.textContent.replaceAll(/\s+/g, " ").trim());
      for (let right = 1; right < Math.min(cell.colSpan, 1_000); right++) cells.push("");
    }
    rows.push(cells);
  }
  return rows.length < 2 ? null : rows;
}

function fromText(text: string): string[][] | null {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  return lines.length < 2 || !text.includes("\t") ? null : lines.map((line) => line.split("\t"));
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","))
    .join("\n");
}
