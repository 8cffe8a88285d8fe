import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openProgram } from "../../main/hosts/openProgram.ts";
import type { ProgramState } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, sampleProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { openWindow } from "../support/windowed.ts";

describe.runIf(hasChromium())("data folder", { timeout: 60_000 }, () => {
  it("first start opens data that exist already, and refuses a folder without any in words", async () => {
    const there = await sampleProgram({ host: "cli" });
    const { folder } = await call<ProgramState>(there, "program", "state");
    await there.close();
    const program = await openProgram({ host: "loopback", folder: join(temporaryFolder(), "数据") });
    const { page, troubles } = await openWindow(program);
    await page.getByRole("radio", { name: /打开已有数据/ }).check();
    await page.getByLabel("已有数据在哪个文件夹").fill(temporaryFolder());
    await page.getByRole("button", { name: "打开", exact: true }).click();
    await page.getByText("E-DB-03").waitFor();
    await page.getByLabel("已有数据在哪个文件夹").fill(folder);
    await page.getByRole("button", { name: "打开", exact: true }).click();
    await page.getByRole("heading", { name: "2012 年度总览" }).waitFor();
    expect(troubles).toEqual([]);
    await program.close();
  });

  it("says that last time's data are not there, and offers to open them before anything new", async () => {
    const lost = join(temporaryFolder(), "移动硬盘", "科绩数据");
    const program = await openProgram({ host: "loopback", folder: lost, remember: true });
    const { page } = await openWindow(program);
    await page.getByRole("alert").getByText(lost).waitFor();
    expect(await page.getByRole("radio", { name: /打开已有数据/ }).isChecked()).toBe(true);
    await program.close();
  });

  it("moves the data and goes on there", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    const target = join(temporaryFolder(), "新位置");
    await page.getByRole("link", { name: "设置" }).click();
    await page.getByRole("button", { name: "移动数据" }).click();
    await page.getByPlaceholder("新文件夹的完整位置").fill(target);
    await page.getByRole("button", { name: "移动到这里" }).click();
    await page.getByText("已移动").waitFor();
    await page.locator(".settings-path", { hasText: target }).waitFor();
    expect((await call<ProgramState>(program, "program", "state")).folder).toBe(target);
    expect(troubles).toEqual([]);
  });
});
