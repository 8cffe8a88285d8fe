// One million rows × 20 columns: what the reading process costs at its worst, with the row limit raised.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, crc32, createDeflateRaw } from "node:zlib";
import { readWorkbookStream } from "../../main/importing/reading/readWorkbookStream.ts";
import { forkReader, type Reader } from "../../main/importing/reading/startReader.ts";
import { tinyParts } from "../main/importing/reading/tinyWorkbook.ts";
import { zip } from "../support/zip.ts";
import { withPeak } from "./watchedRead.ts";

export interface MillionRows {
  /** "read" or the code of the refusal. */
  outcome: string;
  rows: number;
  seconds: number;
  fileMb: number;
  /** The most that each process ever held, MB; the rows are thrown away as they come. */
  readerMb: number;
  mainMb: number;
}

export async function readMillionRows(rows: number): Promise<MillionRows> {
  const folder = mkdtempSync(join(tmpdir(), "keji-million-"));
  try {
    const path = join(folder, "百万行.xlsx");
    const bytes = await workbook(rows);
    writeFileSync(path, bytes);
    let reader: Reader | undefined;
    let readerMb = 0;
    const startReader = (): Reader => {
      reader = withPeak(forkReader(), (mb) => (readerMb = mb));
      return reader;
    };
    const started = performance.now();
    let outcome = "";
    let count = 0;
    let mainMb = 0;
    for await (const event of readWorkbookStream(path, { startReader, rowLimit: rows, timeoutMs: 3_600_000 })) {
      mainMb = Math.max(mainMb, Math.round(process.memoryUsage.rss() / 1_000_000));
      if (event.kind === "rows") count += event.rows.length;
      else if (event.kind === "end") outcome = "read";
      else if (event.kind === "refused") outcome = event.code;
    }
    const seconds = (performance.now() - started) / 1_000;
    reader?.kill();
    return { outcome, rows: count, seconds, fileMb: bytes.length / 1_000_000, readerMb, mainMb };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Texts inline and shared, numbers, dates: no two rows alike. */
async function workbook(rows: number): Promise<Buffer> {
  const shared = Array.from({ length: 50_000 }, (_none, at) => `<si><t>示例市第${at}科技有限公司</t></si>`);
  const styles = `<numFmts><numFmt numFmtId="176" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf/><xf numFmtId="176"/></cellXfs>`;
  const parts = tinyParts({ sheets: ["ROWS"], sharedStrings: shared.join(""), styles, packed: true });
  const sheets = parts.map((part) => {
    if (!part.name.includes("sheet1")) return part;
    const [head = "", foot = ""] = String(part.data).split("ROWS");
    return deflated(head, rows, foot).then((deflatedPart) => ({ ...part, deflated: deflatedPart }));
  });
  return zip(await Promise.all(sheets));
}

async function deflated(
  head: string,
  rows: number,
  foot: string,
): Promise<{ bytes: Buffer; size: number; crc: number }> {
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED });
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  let size = 0;
  let crc = 0;
  const write = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once("drain", resolve));
  };
  await write(head);
  for (let from = 1; from <= rows; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, rows - from + 1) }, (_none, at) => row(from + at));
    await write(some.join(""));
  }
  await write(foot);
  deflate.end();
  await new Promise((resolve) => deflate.once("end", resolve));
  return { bytes: Buffer.concat(chunks), size, crc };
}

function row(number: number): string {
  const cells = Array.from({ length: 20 }, (_none, column) => {
    const reference = `${String.fromCharCode(65 + column)}${number}`;
    switch (column % 5) {
      case 0:
        return `<c r="${reference}"><v>${(number * 7 + column) % 90_001}</v></c>`;
      case 1:
        return `<c r="${reference}" t="s"><v>${(number * (column + 1)) % 50_000}</v></c>`;
      case 2:
        return `<c r="${reference}" t="str"><v>${column === 2 ? `项目${number}` : "示例市科技局"}</v></c>`;
      case 3:
        return `<c r="${reference}" s="1"><v>${40_000 + (number % 5_000)}</v></c>`;
      default:
        return `<c r="${reference}"><v>${(number % 1_000) / 4}</v></c>`;
    }
  });
  return `<row r="${number}" spans="1:20">${cells.join("")}</row>`;
}
