import { describe, expect, it } from "vitest";
import { hasChromium } from "../support/chromium.ts";
import { emptyProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "",
  buffer: Buffer.from(`\uFEFF${lines.join("\n")}`),
});
const projects = (name: string) =>
  csv(`${name}.csv`, ["科技计划项目立项汇总表", "项目名称,承担单位,级别,立项年度", `${name}项目,甲公司,市级,2012`]);
const unknown = csv("花名册.csv", ["花名,门牌,楼层", "轻质材料,12,3", "节能装备,13,4"]);

describe.runIf(hasChromium())("files taken", { timeout: 60_000 }, () => {
  it("leavings are named, a file without a ledger is told one, and what was read is listed after a reload", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    // Let go on a page that takes none, a file opens nowhere.
    const isRefused = await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "x.csv"));
      const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
      document.body.dispatchEvent(drop);
      return drop.defaultPrevented;
    });
    expect(isRefused).toBe(true);
    const list = page.getByRole("region", { name: "本次文件" });
    await page.getByRole("link", { name: "导入" }).first().click();
    await page.getByLabel("工作簿").setInputFiles([projects("甲"), projects("乙"), csv("~$甲.csv", ["x"]), unknown]);
    await page.getByText("~$甲.csv是办公软件或系统的临时文件，没有读").waitFor();
    const line = page.getByLabel("花名册.csv", { exact: true });
    await line.getByRole("combobox", { name: "花名册.csv是哪个台账" }).click();
    await page.keyboard.type("kjjhxm");
    await page.keyboard.press("Enter");
    await line.getByText(/按“.+”也没有找到表格/).waitFor();
    // More of them join the list, and those that want something can be looked at by themselves.
    await page.getByLabel("工作簿").setInputFiles([projects("丙"), projects("丁")]);
    await list.getByRole("button", { name: "待确认 4" }).click();
    await shot(page, "16-taken");
    expect(await list.getByRole("button", { name: "查看" }).count()).toBe(4);
    await page.reload();
    await page.getByRole("button", { name: "列入清单一起办理" }).click();
    await page.getByRole("button", { name: /^全部确认导入（4 个文件/ }).waitFor();
    // By keys: the rows have the focus at once, and the last step has it when they have gone in.
    await page.getByLabel("丁.csv", { exact: true }).getByRole("button", { name: "查看" }).focus();
    await page.keyboard.press("Enter");
    const rows = page.getByRole("grid", { name: "要导入的行" });
    await rows.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: /已导入 第/ }).waitFor();
    const step = page.getByRole("button", { name: "完成", exact: true });
    await expect.poll(() => step.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
  });
});
