// Cells copied in Excel, WPS or a web page, as a small file that goes the way of all files. The reader knows web pages
// with their merged cells, hidden rows and tables within tables, so what the clipboard holds is handed on as it is.

/** The copied cells; null where the clipboard holds no table of at least a heading and a row. */
export function pastedFile(data: Pick<DataTransfer, "getData">, now: Date): File | null {
  const page = pageOf(data.getData("text/html")) ?? pageOfText(data.getData("text/plain"));
  if (page === null) return null;
  const time = `${now.getHours()}点${String(now.getMinutes()).padStart(2, "0")}分`;
  return new File([page], `粘贴的表格${time}.html`, { type: "text/html" });
}

/** The program that copied may name another encoding; the text here is no longer in it. */
function pageOf(html: string): string | null {
  if ((html.match(/<tr[\s>]/gi) ?? []).length < 2) return null;
  const told = html.replaceAll(/<meta\b[^>]*>/gi, "");
  return `${utf8}${told}</html>`;
}

function pageOfText(text: string): string | null {
  const rows = rowsOf(text);
  if (rows.length < 2 || !text.includes("\t")) return null;
  const cell = (words: string): string => `<td>${escaped(words).replaceAll(/\r?\n/g, "<br>")}</td>`;
  return `${utf8}<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n")}</table></html>`;
}

/** Fields between tabs; one with line breaks or quotes inside stands in quotes, as Excel and WPS copy it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end = ""] of text.matchAll(field)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\t") continue;
    rows.push(row);
    row = [];
    if (end === "") break;
  }
  while (rows.at(-1)?.every((words) => words.trim() === "") === true) rows.pop();
  return rows;
}

const field = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/g;
const utf8 = '<html><meta charset="utf-8">';

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
