export const separators = [",", "\t", ";", "|"] as const;
export type Separator = (typeof separators)[number];

export interface CsvScanner {
  write(text: string): void;
  /** The last record may lack its line end. */
  finish(): void;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Splits text into records of fields: quotes only at a field's beginning, doubled quotes inside, line ends CR, LF or
 * CRLF, and any of these inside quotes. `onRecord` hears of every line, blank ones as one empty field. `longestField`
 * bounds what a forgotten quote can swallow: `onLongField` then ends the reading.
 */
export function csvScanner(
  separator: Separator,
  onRecord: (fields: string[]) => void,
  longestField: number,
  onLongField: () => never,
): CsvScanner {
  const separatorCode = separator.charCodeAt(0);
  let fields: string[] = [];
  let field = "";
  let state: "start" | "plain" | "quoted" | "quoteInQuoted" = "start";
  let afterReturn = false;
  let begun = false;

  const endField = (): void => {
    if (field.length > longestField) onLongField();
    fields.push(field);
    field = "";
    state = "start";
  };
  const endRecord = (): void => {
    endField();
    onRecord(fields);
    fields = [];
    begun = false;
  };

  const write = (text: string): void => {
    let from = 0;
    const keep = (to: number): void => {
      if (to > from) field += text.slice(from, to);
    };
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (afterReturn) {
        afterReturn = false;
        if (code === lineFeed) {
          from = at + 1;
          continue;
        }
      }
      if (state === "quoted") {
        if (code !== quote) continue;
        keep(at);
        from = at + 1;
        state = "quoteInQuoted";
        continue;
      }
      if (state === "quoteInQuoted") {
        if (code === quote) {
          // Doubled: this one is text, so it opens the next stretch.
          from = at;
          state = "quoted";
          continue;
        }
        state = "plain";
      }
      if (code === quote && state === "start") {
        state = "quoted";
        begun = true;
        from = at + 1;
      } else if (code === separatorCode) {
        keep(at);
        endField();
        begun = true;
        from = at + 1;
      } else if (code === lineFeed || code === carriageReturn) {
        keep(at);
        endRecord();
        afterReturn = code === carriageReturn;
        from = at + 1;
      } else {
        state = "plain";
        begun = true;
      }
    }
    keep(text.length);
    if (field.length > longestField) onLongField();
  };

  return {
    write,
    finish() {
      if (begun || fields.length > 0) endRecord();
    },
  };
}

/**
 * The separator of a text table, from its beginning: the one whose records agree best on a number of fields above
 * one. A first line `sep=;` (Excel's own) decides. Comma where nothing separates.
 */
export function guessSeparator(sample: string): Separator {
  const told = /^sep=(.)\r?\n/u.exec(sample)?.[1];
  const known = separators.find((separator) => separator === told);
  if (known !== undefined) return known;
  let best: Separator = ",";
  let bestScore = 0;
  for (const separator of separators) {
    const score = agreement(sample, separator);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

// Records with the commonest number of fields, weighed by how many fields that is (at most a little).
function agreement(sample: string, separator: Separator): number {
  const counts = new Map<number, number>();
  let records = 0;
  const scanner = csvScanner(
    separator,
    (fields) => {
      if (fields.length === 1 && fields[0] === "") return;
      records++;
      counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    },
    Number.POSITIVE_INFINITY,
    () => {
      throw new Error("a sample has no longest field");
    },
  );
  scanner.write(sample);
  scanner.finish();
  let score = 0;
  for (const [fields, times] of counts) {
    if (fields > 1) score = Math.max(score, (times / records) * (1 + Math.min(fields, 50) / 100));
  }
  return score;
}
