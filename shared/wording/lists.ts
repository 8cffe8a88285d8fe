// Lists of names. GB/T 15834-2011: items in quotation or title marks that touch take no 顿号 between them.

const OPENING = /^[“‘《〈「]/;
const CLOSING = /[”’》〉」]$/;

export interface ListWords {
  /** Between items; 、 by default. */
  readonly separator?: string;
  /** Before the last item: 和. */
  readonly lastSeparator?: string;
  /** At most so many items are printed. */
  readonly most?: number;
  /**
   * 等 after the list. whenCut: only where `most` left items out (so it falls away when names and count agree);
   * whenSeveral: before a count (A、B等2家, but A1家); always: the list stands for more than it names; never: the
   * sentence says 等 itself.
   */
  readonly andOthers?: "whenCut" | "whenSeveral" | "always" | "never";
}

/** A、B、C · “甲”“乙” · A、B等. Equal items stand once. */
export function joinNames(items: readonly string[], words: ListWords = {}): string {
  const { separator = "、", lastSeparator = separator, most, andOthers = "whenCut" } = words;
  const different = [...new Set(items)];
  const shown = most === undefined ? different : different.slice(0, most);
  const isCut = shown.length < different.length;
  let text = "";
  shown.forEach((item, index) => {
    const before = shown[index - 1];
    if (before !== undefined) {
      const isLast = index === shown.length - 1 && !isCut;
      const wanted = isLast ? lastSeparator : separator;
      text += wanted === "、" && CLOSING.test(before) && OPENING.test(item) ? "" : wanted;
    }
    text += item;
  });
  return text !== "" && OTHERS[andOthers](different.length, isCut) ? `${text}等` : text;
}

const OTHERS = {
  whenCut: (_: number, isCut: boolean) => isCut,
  whenSeveral: (names: number) => names > 1,
  always: () => true,
  never: () => false,
} as const;
