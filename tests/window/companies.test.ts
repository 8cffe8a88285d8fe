import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Program } from "../../main/hosts/openProgram.ts";
import type { RecordPage, StoredRecord, Values } from "../../shared/api/api.ts";
import { creditCodeCheck } from "../../shared/fields/codes/creditCode.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram, sampleProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

async function save(program: Program, ledger: string, values: Values): Promise<string> {
  const input = { ledger, id: null, version: 0, values };
  return (await call<StoredRecord>(program, "records", "save", input)).id;
}
async function namesIn(program: Program): Promise<unknown[]> {
  const { records } = await call<RecordPage>(program, "records", "list", { ledger: "organisations", limit: 500 });
  return records.map(({ values }) => values["name"]);
}

async function withDoubles(program: Program): Promise<void> {
  const kept = await save(program, "organisations", {
    name: "潍坊旭达起重机械有限公司",
    creditCode: `91370703990009991${creditCodeCheck("91370703990009991")}`,
    legalRepresentative: "甲某",
    address: "示例路 1 号",
  });
  const double = await save(program, "organisations", { name: "旭达起重机械有限公司", legalRepresentative: "乙某" });
  await save(program, "companyYears", { company: kept, year: 2011, caliber: "统计", revenue: 123_000_00 });
  await save(program, "companyYears", { company: double, year: 2011, caliber: "统计", revenue: 125_000_00, staff: 30 });
  await save(program, "projects", { title: "大型履带起重机智能控制", undertaker: double, year: 2012 });
  await save(program, "organisations", { name: "鑫昊木业有限公司" });
  await save(program, "organisations", { name: "鑫吴木业有限公司" });
  await save(program, "organisations", { name: "示例亚康药业股份有限公司" });
  await save(program, "organisations", { name: "亚康制药厂" });
}

describe.runIf(hasChromium())("企业名称整理", { timeout: 60_000 }, () => {
  it("merges a group after its preview, and parts it again at once", async () => {
    const program = await sampleProgram({ host: "loopback" });
    await withDoubles(program);
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "企业名称整理" }).click();
    const list = page.getByRole("listbox", { name: "可能是同一家的单位" });
    await list.getByText("潍坊旭达起重机械有限公司").waitFor();
    const detail = page.getByRole("region", { name: "合并预览" });
    await detail.getByText("改为指向保留的单位").waitFor();
    expect(await detail.getByText(/两条合为一条/).innerText()).toContain("2011");
    await detail.getByLabel("乙某").check();
    const pictures = process.env["KEJI_PICTURES"];
    if (pictures !== undefined) {
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(pictures, "companies.png") });
    }
    await detail.getByRole("button", { name: "合并 2 家" }).click();
    await page.getByText("已把“旭达起重机械有限公司”并入“潍坊旭达起重机械有限公司”").waitFor();
    await list.getByText("潍坊旭达起重机械有限公司").waitFor({ state: "detached" });
    expect(await namesIn(program)).not.toContain("旭达起重机械有限公司");
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, "companies-merged.png") });
    // The message goes after three seconds, in which a busy machine may not come to look; so it is waited for beforehand.
    await Promise.all([
      page.getByText(/已撤销合并/).waitFor(),
      page.getByRole("status").getByRole("button", { name: "撤销" }).click(),
    ]);
    await list.getByText("潍坊旭达起重机械有限公司").waitFor();
    expect(await namesIn(program)).toContain("旭达起重机械有限公司");
    expect(troubles).toEqual([]);
  });

  it("goes by keyboard alone: down, two that are not one, undo, merge", async () => {
    const program = await emptyProgram({ host: "loopback" });
    await withDoubles(program);
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "企业名称整理" }).focus();
    await page.keyboard.press("Enter");
    const options = page.getByRole("option");
    await options.first().waitFor();
    expect(await options.count()).toBe(3);
    await options.first().focus();
    await page.keyboard.press("ArrowDown");
    const second = await options.nth(1).innerText();
    await page.keyboard.press("Delete");
    await page.getByText(/不是同一家，不再提示/).waitFor();
    await expect.poll(() => options.count()).toBe(2);
    await page.keyboard.press("Control+z");
    await expect.poll(() => options.count()).toBe(3);
    expect(await options.nth(1).innerText()).toBe(second);
    await options.first().focus();
    await page.getByRole("button", { name: "合并 2 家" }).and(page.locator(":enabled")).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText(/已把“.*并入/).waitFor();
    await expect.poll(() => options.count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("option");
    expect(troubles).toEqual([]);
  });

  it("says that there is nothing to do, and puts off what is for later", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "企业名称整理" }).click();
    await page.getByText("没有名称相近").waitFor();
    await withDoubles(program);
    await page.reload();
    await page.getByRole("option").first().waitFor();
    await page.getByRole("button", { name: "稍后", exact: true }).click();
    await expect.poll(() => page.getByRole("option").count()).toBe(2);
    await page.getByRole("button", { name: "看稍后的 1 组" }).click();
    await expect.poll(() => page.getByRole("option").count()).toBe(3);
    expect(troubles).toEqual([]);
  });
});
