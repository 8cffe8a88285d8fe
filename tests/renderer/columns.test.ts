import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, fitColumns, wordsWidth } from "../../renderer/ledgers/columns.ts";
import type { StoredRecord } from "../../shared/api/api.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";

const record = (values: StoredRecord["values"], extras: StoredRecord["extras"] = {}): StoredRecord => ({
  id: "r",
  version: 1,
  createdAt: "",
  updatedAt: "",
  deletedAt: null,
  values,
  extras,
});
const sum = (columns: readonly { width: number }[]): number => columns.reduce((total, { width }) => total + width, 0);

describe("columns of a plain list", () => {
  it("puts the bureau's own columns at the end", () => {
    const names = columnsOf(ledgers.projects, [{ ledger: "projects", name: "extra1", label: "批示", kind: "text" }]);
    expect(names.at(-1)).toMatchObject({ name: "extra1", extra: true, field: { kind: "text", label: "批示" } });
    expect(names.at(0)).toMatchObject({ name: "title", isTitle: true });
  });

  it("gives spare room to the title and fills the list exactly", () => {
    const fitted = fitColumns(columnsOf(ledgers.projects, []), [record({ title: "短名" })], {}, 1400);
    expect(sum(fitted)).toBe(1400);
    expect(fitted.find(({ isTitle }) => isTitle)?.width).toBeGreaterThan(300);
  });

  it("never makes a list wider than its room while a column could still give way", () => {
    const long = record({ title: "名".repeat(60), plan: "计划".repeat(20), remark: "备".repeat(60) });
    const anyRoom = fc.integer({ min: 300, max: 2000 });
    const anyLedger = fc.constantFrom(...(Object.keys(ledgers) as LedgerName[]));
    fc.assert(
      fc.property(anyLedger, anyRoom, (name, room) => {
        const columns = columnsOf(ledgers[name], []);
        const least = sum(fitColumns(columns, [long], {}, 0));
        expect(sum(fitColumns(columns, [long], {}, room))).toBeLessThanOrEqual(Math.max(room, least));
      }),
    );
  });

  it("shows the stage of the main ledgers at 1366 with no form open", () => {
    // 1366 less navigation, margins, borders and the row numbers.
    const room = 1366 - 176 - 32 - 2 - 44;
    for (const name of ["highTechCertificates", "platforms", "projects", "awards", "investmentProjects"] as const) {
      const fitted = fitColumns(columnsOf(ledgers[name], []), [record({ title: "名".repeat(40) })], {}, room);
      expect(sum(fitted), name).toBeLessThanOrEqual(room);
      expect(fitted.some(({ field }) => field.kind === "stages")).toBe(true);
    }
  });

  it("counts a Chinese character as a square", () => {
    expect(wordsWidth("科技")).toBe(26);
    expect(wordsWidth("ab")).toBeLessThan(20);
  });
});
