import { describe, expect, it } from "vitest";
import type { StoredRecord } from "../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ledgers } from "../../shared/ledgers/index.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

const name = `<img src=x onerror=alert(1)>"'`;

/** The probe in every text field of a ledger. */
const probed = ({ fields }: LedgerDeclaration): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, { kind }]) => (kind === "text" ? [[field, name.slice(0, 20)]] : [])),
  );

describe.runIf(hasChromium())("names are words", { timeout: 60_000 }, () => {
  it("shows markup in names literally on list, form, search, metrics and report", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const company = await call<StoredRecord>(program, "records", "save", {
      ledger: "organisations",
      id: null,
      version: 0,
      values: { ...probed(ledgers.organisations), name, kind: "企业" },
    });
    await call(program, "records", "save", {
      ledger: "projects",
      id: null,
      version: 0,
      values: {
        ...probed(ledgers.projects),
        title: `${name}项目`,
        undertaker: company.id,
        level: "市级",
        plan: "市科技发展计划",
        year: 2012,
        starred: true,
        grantAmount: 500_000,
        status: [{ stage: "立项", date: "2012-05" }],
      },
    });
    await call(program, "records", "save", {
      ledger: "highTechCertificates",
      id: null,
      version: 0,
      values: { company: company.id, year: 2012, status: [{ stage: "认定", date: "2012-03" }] },
    });
    await call(program, "program", "addExtraField", { ledger: "projects", label: name, kind: "text" });
    await call(program, "program", "addTerm", { dictionary: "levels", term: name.slice(0, 12) });
    const { page, troubles } = await openWindow(program);
    page.on("dialog", (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.getByLabel("查找").fill("onerror");
    await page.locator(".ant-select-item-option").filter({ hasText: name }).first().waitFor();
    await page.keyboard.press("Escape");
    const places = page.getByRole("navigation", { name: "主导航" });
    await places.getByRole("link", { name: /^科技计划项目/ }).click();
    await page
      .getByRole("row")
      .filter({ hasText: `${name}项目` })
      .click();
    await page.locator(".record-form h2", { hasText: name }).waitFor();
    for (const tab of ["明细", "修改记录"]) await page.getByRole("tab", { name: tab }).click();
    await places.getByRole("link", { name: "指标", exact: true }).click();
    await page.getByText("争取上级无偿资金", { exact: true }).click();
    await page.locator(".evidence-record", { hasText: name }).click();
    await page.keyboard.press("Escape");
    await places.getByRole("link", { name: "总结与计划" }).click();
    await page.locator(".paper .fig", { hasText: "<img" }).first().waitFor();
    await places.getByRole("link", { name: "设置" }).click();
    await page.getByRole("heading", { name: /扩展栏/ }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
