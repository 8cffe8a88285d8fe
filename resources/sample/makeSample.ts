import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gbkBytes } from "./gbk.ts";
import type { Book } from "./layout.ts";
import { sampleBooks, sampleLists } from "./sampleBooks.ts";
import { bookBytes } from "./writeBook.ts";

// node resources/sample/makeSample.ts [folder]: writes the sample workbooks, the same bytes every time.

const csvText = (book: Book): string =>
  book.sheets
    .flatMap((sheet) => sheet.lines.map((line) => line.map((cell) => String(cell ?? "")).join(",")))
    .join("\r\n") + "\r\n";

/** All files of the sample: name and bytes. */
export async function sampleFiles(): Promise<readonly { readonly file: string; readonly bytes: Uint8Array }[]> {
  const files = [];
  for (const book of sampleBooks) files.push({ file: book.file, bytes: await bookBytes(book) });
  for (const book of sampleLists) files.push({ file: book.file, bytes: gbkBytes(csvText(book)) });
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL("workbooks/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const files = await sampleFiles();
  for (const { file, bytes } of files) writeFileSync(join(folder, file), bytes);
  process.stdout.write(`已写出 ${files.length} 个文件：${folder}\n`);
}
