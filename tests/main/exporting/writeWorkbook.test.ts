import { expect, it } from "vitest";
import { writeWorkbook } from "../../../main/exporting/writeWorkbook.ts";
import { readWorkbook } from "../../../main/importing/reading/readWorkbook.ts";

it("writes any text so that the workbook can be read: what XML forbids is left out, a cut halves no character", async () => {
  async function* rows() {
    yield ["a\u0000b\u000Bc\uFFFF", "=1+1", `${"长".repeat(32_766)}😀`, "half \uD83D"];
  }
  const columns = ["甲", "乙", "丙", "丁"].map((heading) => ({ heading, width: 10 }));
  const bytes = await writeWorkbook("台账[1]/2", columns, rows());
  const read = await readWorkbook({ name: "x.xlsx", bytes });
  expect(read).toMatchObject({ ok: true, workbook: { sheets: [{ name: "台账 1  2" }] } });
  const cells = read.ok ? (read.workbook.sheets[0]?.rows[1]?.cells ?? []) : [];
  expect(cells.map(({ text }) => text)).toEqual(["abc", "=1+1", "长".repeat(32_766), "half "]);
  expect(cells.some(({ formula }) => formula === true)).toBe(false);
});
