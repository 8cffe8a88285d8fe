import { spawn } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { projectRoot } from "../support/built.ts";
import { temporaryFolder } from "../support/temporary.ts";

/** The sources as a checkout holds them, so that nobody else's build is what gets served. */
function checkout(): string {
  const root = join(temporaryFolder(), "科绩");
  const parts = ["main", "shared", "renderer", "resources", "package.json", "tsconfig.base.json", "vite.config.ts"];
  for (const path of parts) cpSync(join(projectRoot, path), join(root, path), { recursive: true });
  symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
  return root;
}

it("npm start builds the window and prints an address that opens it", { timeout: 90_000 }, async () => {
  const root = checkout();
  const home = temporaryFolder();
  const child = spawn(process.execPath, [join(root, "main/hosts/start.ts")], {
    cwd: root,
    env: { ...process.env, HOME: home, USERPROFILE: home, KEJI_DATA: join(home, "没有") },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += part.toString("utf8");
      const found = /http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(said)));
  });
  const page = await fetch(new URL("/", address));
  expect(page.status).toBe(200);
  const script = /src="([^"]+\.js)"/.exec(await page.text())?.[1];
  const { status } = await fetch(new URL(script ?? "/no-script", address));
  expect(status).toBe(200);
});
