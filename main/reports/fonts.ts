/** Faces by their names on the machine that opens the file. Not bundled: their licences forbid it. */
export interface Fonts {
  readonly title: string;
  readonly heading1: string;
  readonly heading2: string;
  readonly body: string;
  readonly pageNumber: string;
  /** Latin letters and digits. */
  readonly latin: string;
}

/** The faces that GB/T 9704-2012 names, as they are called on office machines. */
export const OFFICIAL_FONTS: Fonts = {
  title: "方正小标宋简体",
  heading1: "黑体",
  heading2: "楷体_GB2312",
  body: "仿宋_GB2312",
  pageNumber: "宋体",
  latin: "Times New Roman",
};

/** `stock` is for a machine without the official faces: what every Windows has. */
export const FONT_SETS = {
  official: OFFICIAL_FONTS,
  stock: { ...OFFICIAL_FONTS, title: "华文中宋", heading2: "楷体", body: "仿宋" },
} as const satisfies Record<string, Fonts>;

export type FontSet = keyof typeof FONT_SETS;
