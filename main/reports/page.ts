// GB/T 9704-2012 §5 on A4: text area 156 × 225 mm, 22 lines of 28 characters in size 3 (16 pt).

export const MILLIMETRES = { top: 37, right: 26, bottom: 35, left: 28 } as const;
/** In twips (1/20 pt), as Word counts. */
export const TWIPS = {
  width: 11906,
  height: 16838,
  top: 2098,
  right: 1474,
  bottom: 1984,
  left: 1588,
  /** The page number stands 7 mm below the text: 35 − 7 − its own height. */
  footer: 1361,
  /** 225 mm ÷ 22. */
  line: 579,
  /** 28 characters of 16 pt are wider than 156 mm: each gives 0.25 pt. */
  squeeze: -5,
  /** Two characters. */
  indent: 640,
} as const;
/** Point sizes: 2号 22, 3号 16, 4号 14, 小四 12. */
export const POINTS = { title: 22, body: 16, pageNumber: 14, table: 12 } as const;
