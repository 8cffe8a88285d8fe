import { describe, expect, it } from "vitest";
import type { RecordPage } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

describe.runIf(hasChromium())("pasted cells", { timeout: 90_000 }, () => {
  it("go the way of a file, and words that no term fits are given their meaning once", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("link", { name: "导入" }).first().click();
    await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        "科技计划项目立项汇总表\n项目名称\t承担单位\t级别\t立项年度\n轻质材料\t甲公司\t潍坊市一级\t2012\n节能装备\t乙公司\t市级\t2012",
      ),
    );
    await page.keyboard.press("Control+V");
    const card = page.getByLabel("“级别”这一列");
    await card.waitFor();
    await card.getByRole("combobox").click();
    await page.keyboard.type("市级");
    await page.keyboard.press("Enter");
    await shot(page, "15-terms");
    await card.getByRole("button", { name: "按此对应，以后照办" }).click();
    await card.waitFor({ state: "detached" });
    // While the sheet is understood anew there is nothing to confirm, and the keys do nothing.
    await expect.poll(() => page.getByRole("button", { name: "确认导入 2 条" }).isEnabled()).toBe(true);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "已导入 第 2 批" }).waitFor();
    const { records } = await call<RecordPage>(program, "records", "list", { ledger: "projects" });
    expect(records.map(({ values }) => values["level"])).toEqual(["市级", "市级"]);
    expect(troubles).toEqual([]);
  });
});
