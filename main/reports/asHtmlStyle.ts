import type { Fonts } from "./fonts.ts";
import { MILLIMETRES as MARGIN, POINTS } from "./page.ts";

const LINE = 28.95;

/** The official page in CSS (tried in Chromium: 22 lines of 28 characters); marks of figures show on screen only. */
export function styleSheet(fonts: Fonts): string {
  // The Latin face serves letters and digits only: its quotation marks and dashes are too narrow for Chinese.
  const face = (name: string, fallback: string): string => `KejiLatin,"${quoted(name)}",${fallback}`;
  const number = `content:"— " counter(page) " —"; font:${POINTS.pageNumber}pt ${face(fonts.pageNumber, "SimSun,serif")}; vertical-align:top`;
  const body = face(fonts.body, "FangSong,STFangsong,serif");
  return `@font-face { font-family:KejiLatin; src:local("${quoted(fonts.latin)}"); unicode-range:U+0020-007E }
@page { size:A4; margin:${MARGIN.top}mm ${MARGIN.right}mm ${MARGIN.bottom}mm ${MARGIN.left}mm; @bottom-right { ${number}; padding:7mm 14pt 0 0 } }
@page :left { @bottom-right { content:none } @bottom-left { ${number}; padding:7mm 0 0 14pt } }
html { background:#fff; color:#000 }
body { margin:0; font:${POINTS.body}pt/${LINE}pt ${body}; letter-spacing:-.21pt; text-spacing-trim:space-all; text-autospace:no-autospace; line-break:strict; orphans:1; widows:1 }
p,h1,h2,h3,h4,h5 { margin:0; font-size:inherit; font-weight:normal; text-indent:2em; text-align:justify; overflow-wrap:anywhere }
h1,h2,h3,h4,h5 { break-after:avoid }
h1.title { font:${POINTS.title}pt/${LINE}pt ${face(fonts.title, "STZhongsong,SimSun,serif")}; letter-spacing:0; text-indent:0; text-align:center; text-wrap:balance; margin-bottom:${LINE}pt }
.heading1,.lead1 { font-family:${face(fonts.heading1, "SimHei,sans-serif")} }
.heading2,.lead2 { font-family:${face(fonts.heading2, "KaiTi,STKaiti,serif")} }
b { font-weight:normal }
.caption { text-indent:0; text-align:center; font-family:${face(fonts.heading1, "SimHei,sans-serif")}; break-after:avoid }
.office,.date { text-indent:0; text-align:right; padding-right:2em; break-inside:avoid }
.office { margin-top:${LINE}pt; break-after:avoid }
table { width:100%; table-layout:fixed; border-collapse:collapse; font-size:${POINTS.table}pt; line-height:18pt; letter-spacing:0; margin-bottom:8pt }
th,td { border:.5pt solid #000; padding:2pt 4pt; font-weight:normal; overflow-wrap:anywhere }
th { font-family:${face(fonts.heading1, "SimHei,sans-serif")}; text-align:center }
td.left { text-align:left } td.right { text-align:right; font-variant-numeric:tabular-nums } td.center { text-align:center }
tr { break-inside:avoid }
.break { break-after:page }
@media screen {
  html { background:#e9ebee }
  main { box-sizing:border-box; width:210mm; min-height:297mm; margin:16px auto; padding:${MARGIN.top}mm ${MARGIN.right}mm ${MARGIN.bottom}mm ${MARGIN.left}mm; background:#fff; box-shadow:0 0 0 1px #d5d9de }
  .fig { border-bottom:1px solid #8fa3bd }
  .fig.roster { border-bottom-style:dotted }
  .fig.stale { background:#fff3d6; border-bottom-color:#b26a00 }
  .fig.empty,.hole { background:#fde7e7; border-bottom:1px dashed #b3261e }
}
`;
}

function quoted(name: string): string {
  return name.replace(/["\\<>\n]/g, "");
}
