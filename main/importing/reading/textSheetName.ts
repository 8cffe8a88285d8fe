/** Spreadsheet programs name the one sheet of a text file or web page after the file. */
export function textSheetName(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
  return base.replace(/\.[a-z]{1,5}$/iu, "") || "Sheet1";
}
