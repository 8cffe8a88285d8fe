import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { RecordPage, StoredRecord } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram, sampleProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

const openLedger = async (page: Page, title: RegExp): Promise<void> => {
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: title }).click();
  await page.getByRole("grid").waitFor();
};
const openRow = (page: Page, text: string): Promise<void> =>
  page.getByRole("row").filter({ hasText: text }).first().click();
const form = (page: Page) => page.locator(".record-form");
const projectNamed = async (program: Parameters<typeof call>[0], search: string): Promise<StoredRecord> => {
  const page = await call<RecordPage>(program, "records", "list", { ledger: "projects", search });
  return page.records[0] as StoredRecord;
};

describe.runIf(hasChromium())("forms", { timeout: 60_000 }, () => {
  it("shows and saves the bureau's own fields in form, list and history", async () => {
    const program = await sampleProgram({ host: "loopback" });
    await call(program, "program", "addExtraField", { ledger: "projects", label: "局长批示", kind: "text" });
    const { page, troubles } = await openWindow(program);
    await openLedger(page, /^科技计划项目/);
    await openRow(page, "新型自动数字化印刷制版设备");
    await page.getByLabel("局长批示").fill("加快推进");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "修改记录" }).click();
    await page.getByText("局长批示：加快推进").waitFor();
    await page.getByRole("button", { name: "关闭" }).click();
    const cell = page.getByRole("gridcell", { name: "加快推进" });
    await cell.waitFor();
    expect((await projectNamed(program, "CTP")).extras).toEqual({ extra1: "加快推进" });
    expect(troubles).toEqual([]);
  });

  it("asks before unsaved changes are left, and keeps them over a reload", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await openLedger(page, /^科技计划项目/);
    await openRow(page, "示例功能性纤维产业化");
    await page.getByLabel("项目负责人").fill("张三");
    await openRow(page, "示例改性树脂中试");
    await page.getByRole("button", { name: "继续修改" }).click();
    expect(await page.getByLabel("项目负责人").inputValue()).toBe("张三");
    await page.reload();
    await page.getByText("已放回上次没有保存的修改").waitFor();
    await page.getByRole("link", { name: "工作台" }).click();
    await page.getByRole("button", { name: "保存后离开" }).click();
    await page.getByRole("heading", { name: /年度总览/ }).waitFor();
    expect((await projectNamed(program, "功能性纤维产业化")).values["leader"]).toBe("张三");
    expect(troubles).toEqual([]);
  });

  it("offers to reload after somebody else's change and keeps what was typed", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page } = await openWindow(program);
    await openLedger(page, /^科技计划项目/);
    await openRow(page, "新型自动数字化印刷制版设备");
    await page.getByLabel("项目负责人").fill("李四");
    const { id, version } = await projectNamed(program, "CTP");
    const theirs = { ledger: "projects", id, version, values: { remark: "别处改的" } };
    await call(program, "records", "save", theirs);
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("E-REC-02").waitFor();
    await page.getByRole("button", { name: "重新载入" }).click();
    await expect.poll(() => page.getByLabel("备注").inputValue()).toBe("别处改的");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存", { exact: true }).waitFor();
    expect((await projectNamed(program, "CTP")).values).toMatchObject({ leader: "李四", remark: "别处改的" });
  });

  it("makes a company, its project from there, and a detail row of that; removes and restores", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program, { development: true });
    await openLedger(page, /^单位 ?\d/);
    await page.getByRole("button", { name: "新建" }).click();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("请填写“单位名称”").waitFor();
    await page.getByLabel("单位名称").fill("寒亭新光机械有限公司");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("tab", { name: "明细" }).click();
    await page.getByRole("button", { name: "新增相关记录" }).click();
    await page.getByRole("menuitem", { name: "科技计划项目（承担单位）" }).click();
    await page.getByLabel("项目名称").fill("新光项目");
    await form(page).getByText("寒亭新光机械有限公司").waitFor();
    await page.getByRole("button", { name: "保存" }).click();
    // Back at the company, whose list of projects has grown.
    await page.getByRole("tab", { name: "明细" }).click();
    await form(page).getByText("新光项目").waitFor();
    await form(page).getByRole("link", { name: "打开" }).click();
    await page.getByRole("button", { name: "删除" }).click();
    await page.getByRole("button", { name: "移入", exact: true }).click();
    await page.getByText("科技计划项目还没有记录").waitFor();
    await page.getByText("回收站", { exact: true }).click();
    await openRow(page, "新光项目");
    await page.getByRole("button", { name: "恢复" }).click();
    await page.getByText("已恢复").waitFor();
    expect((await projectNamed(program, "新光")).deletedAt).toBeNull();
    expect(troubles).toEqual([]);
  });

  it("refuses to save what cannot be understood, and says so by the field", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page } = await openWindow(program);
    await openLedger(page, /^科技计划项目/);
    await openRow(page, "新型自动数字化印刷制版设备");
    await page.getByLabel("立项经费", { exact: true }).fill("约四百");
    await page.getByLabel("项目负责人").fill("王五");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("没有保存").waitFor();
    expect(await page.locator("[data-field=grantAmount] .field-issue").allInnerTexts()).toHaveLength(1);
    expect((await projectNamed(program, "CTP")).values["leader"]).not.toBe("王五");
  });

  it("works by keyboard: arrows step, Enter goes into the form, Ctrl+S saves, Esc closes", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await openLedger(page, /^科技计划项目/);
    await page.getByRole("row").nth(2).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await form(page).getByLabel("项目名称").waitFor();
    await expect.poll(() => form(page).getAttribute("aria-label")).toMatch(/膨胀玻化微珠/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("field-title");
    await page.keyboard.press("End");
    await page.keyboard.type("（甲）");
    await page.keyboard.press("Control+s");
    await page.getByText("已保存", { exact: true }).waitFor();
    await page.keyboard.press("Tab");
    await page.getByLabel("项目编号").focus();
    await page.keyboard.press("Escape");
    await form(page).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("records");
    expect(troubles).toEqual([]);
  });
});
