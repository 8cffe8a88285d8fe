import { describe, expect, it } from "vitest";
import type { RecordPage } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "",
  buffer: Buffer.from(`\uFEFF${lines.join("\n")}`),
});
const page404 = (rows: string): Buffer => Buffer.from(`<html><meta charset="utf-8"><table>${rows}</table></html>`);
const cells = (...texts: readonly string[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;

describe.runIf(hasChromium())("import steps", { timeout: 90_000 }, () => {
  it("a heading of two merged rows is set right by a click, and the columns follow", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    // The real heading stands below a form that looks like one.
    const merged = page404(
      [
        cells("项目名称", "承担单位", "级别", "立项年度"),
        cells("填项目全称", "填营业执照名称", "国家、省、市", "四位数"),
        `<tr><td rowspan="2">项目名称</td><td rowspan="2">承担单位</td><td colspan="2">立项情况</td></tr>`,
        cells("级别", "立项年度"),
        cells("轻质材料", "甲公司", "市级", "2012"),
        cells("节能装备", "乙公司", "省级", "2012"),
      ].join(""),
    );
    await page.getByRole("link", { name: "导入" }).first().click();
    await page.getByLabel("工作簿").setInputFiles([{ name: "立项.xls", mimeType: "", buffer: merged }]);
    const steps = page.getByRole("navigation", { name: "导入步骤" });
    await steps.getByRole("button", { name: "表与表头" }).click();
    await page.getByRole("button", { name: /^第 5 行/ }).waitFor();
    await shot(page, "7-heading-before");
    await page.getByRole("cell", { name: "立项情况" }).click();
    await page.getByRole("button", { name: "第 4 行，表头" }).waitFor();
    await page.getByText("表头第 3–4 行，数据第 5–6 行").waitFor();
    await shot(page, "7-heading");
    await page.getByRole("button", { name: "下一步：栏目对应" }).click();
    await page.getByLabel(/级别”对应栏目/).waitFor();
    await page.getByRole("button", { name: "下一步：核对" }).click();
    await page.getByRole("button", { name: "确认导入 2 条" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("a column is given another field and an extra field, understood anew on the way to the rows", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "导入" }).first().click();
    const lines = [
      "科技计划项目立项汇总表",
      "项目名称,承担单位,级别,立项年度,厂房面积,备注",
      "轻质材料,甲公司,市级,2012,300,王工",
    ];
    await page.getByLabel("工作簿").setInputFiles([csv("立项.csv", lines)]);
    await page.getByRole("navigation", { name: "导入步骤" }).getByRole("button", { name: "栏目对应" }).click();
    await page.getByRole("button", { name: "存为扩展栏" }).click();
    const remark = page.getByRole("combobox", { name: "“备注”对应栏目" });
    await remark.click();
    await page.keyboard.type("fzr");
    await page.keyboard.press("Enter");
    await shot(page, "8-columns");
    await page.getByRole("button", { name: "下一步：核对" }).click();
    await page.getByRole("gridcell", { name: "王工" }).waitFor();
    await page.getByRole("button", { name: "确认导入 1 条" }).click();
    await page.getByRole("heading", { name: /已导入 第/ }).waitFor();
    const { records } = await call<RecordPage>(program, "records", "list", { ledger: "projects" });
    expect(Object.values(records[0]?.values ?? {})).toContain("王工");
    expect(Object.values(records[0]?.extras ?? {})).toEqual(["300"]);
    expect(troubles).toEqual([]);
  });

  it("a unit in doubt is asked once for the column, and any cell may be set right", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "导入" }).first().click();
    const lines = [
      "科技计划项目立项汇总表",
      "项目名称,承担单位,级别,立项年度,立项经费,项目状态",
      ...["甲", "乙", "丙", "丁", "戊"].map((name, at) => `${name}项目,${name}公司,市级,2012,${(at + 2) * 10},立项`),
      "己项目,己公司,市级,2012,500000,局长办公会过会",
    ];
    await page.getByLabel("工作簿").setInputFiles([csv("立项.csv", lines)]);
    const card = page.getByLabel("“立项经费”这一列");
    await card.waitFor();
    await shot(page, "9-unit");
    // The one row that is off is set right by a proposal; then the column is confirmed as it is.
    await card.getByRole("button", { name: "这一格按“元”：50万元" }).click();
    await page.getByRole("row").filter({ hasText: "己项目" }).click();
    await page.getByText("● 按“50万元”导入").waitFor();
    await shot(page, "9-unit-row");
    await card.getByRole("button", { name: "整列按“万元”", exact: true }).click();
    await card.waitFor({ state: "detached" });
    // A word of a status, told once to say nothing.
    await page.getByRole("combobox", { name: "“局长办公会过会”对应" }).click();
    await page.getByTitle("不采用（留空）").click();
    await page.getByRole("button", { name: "按此对应，以后照办" }).click();
    await page.getByLabel("“项目状态”这一列").waitFor({ state: "detached" });
    // A cell that nobody doubts.
    const first = page.getByRole("grid").getByRole("row").filter({ hasText: "甲项目" });
    await first.click();
    await page.getByRole("button", { name: "改立项经费" }).click();
    const box = page.getByRole("textbox", { name: "改正立项经费" });
    await shot(page, "9-cell");
    await box.fill("二十来万");
    await page.keyboard.press("Enter");
    await page.getByText(/约数|看不出/).waitFor();
    await box.fill("22万元");
    await page.keyboard.press("Enter");
    await page.getByText("本局改正").waitFor();
    await first.getByText("→ 22").waitFor();
    await shot(page, "9-cell-corrected");
    const confirm = page.getByRole("button", { name: "确认导入 6 条" });
    await expect.poll(() => confirm.isEnabled()).toBe(true);
    await shot(page, "9-unit-answered");
    await confirm.click();
    await page.getByRole("heading", { name: /已导入 第/ }).waitFor();
    const amountOf = async (search: string) =>
      (await call<RecordPage>(program, "records", "list", { ledger: "projects", search })).records.map(
        ({ values }) => values["grantAmount"],
      );
    expect([await amountOf("己项目"), await amountOf("甲项目")]).toEqual([[50_000_000], [22_000_000]]);
    await page.getByRole("link", { name: "设置" }).click();
    await page.getByRole("button", { name: "忘记“局长办公会过会”" }).waitFor();
    await shot(page, "9-words");
    expect(troubles).toEqual([]);
  });
});
