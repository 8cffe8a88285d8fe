const MB = 1_000_000;

export interface ReadingLimits {
  fileBytes: number;
  parts: number;
  /** Unpacked to packed size, checked once more than `ratioFromBytes` come out. */
  ratio: number;
  ratioFromBytes: number;
  sheetXmlBytes: number;
  otherXmlBytes: number;
  sharedStringsBytes: number;
  sharedStrings: number;
  sheets: number;
  /** Rows that hold something, all sheets together. */
  rows: number;
  columns: number;
  cellCharacters: number;
  /** All cells together: a shared string costs its length at every use. */
  totalCharacters: number;
  merges: number;
  xmlDepth: number;
  xmlAttributes: number;
  /** Longest stretch of XML without a tag or an end of text. */
  xmlTokenCharacters: number;
  /** Compare each part's CRC-32. Off only in the tests that show what this check is worth. */
  checksums: boolean;
  /** Read the usual form of rows from the bytes, without the XML parser. Off only in the tests that compare the two. */
  scanned: boolean;
}

/** What an outside workbook may cost (reliability §4.9). Every figure a user can meet stands in its refusal. */
export const readingLimits: Readonly<ReadingLimits> = {
  fileBytes: 50 * MB,
  parts: 4_096,
  ratio: 200,
  ratioFromBytes: 50 * MB,
  sheetXmlBytes: 1_200 * MB,
  otherXmlBytes: 32 * MB,
  sharedStringsBytes: 200 * MB,
  sharedStrings: 2_000_000,
  sheets: 256,
  rows: 200_000,
  columns: 512,
  cellCharacters: 32_767,
  totalCharacters: 150 * MB,
  merges: 20_000,
  xmlDepth: 64,
  xmlAttributes: 64,
  xmlTokenCharacters: 4 * MB,
  checksums: true,
  scanned: true,
};

/** The limits with another number of rows; where that is larger, all that grows with the rows may grow as much. */
export function limitsFor(rows: number): ReadingLimits {
  const times = Math.max(1, rows / readingLimits.rows);
  return {
    ...readingLimits,
    rows,
    fileBytes: readingLimits.fileBytes * times,
    sheetXmlBytes: readingLimits.sheetXmlBytes * times,
    sharedStringsBytes: readingLimits.sharedStringsBytes * times,
    sharedStrings: readingLimits.sharedStrings * times,
    totalCharacters: readingLimits.totalCharacters * times,
  };
}

/** The file format's own bounds: an address beyond them is no address. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** What the reading process may cost. */
export const readingTimeoutMs = 60_000;
export const readingMemoryMb = 300;
export const readingHeapMb = 200;
