import { spawn } from "node:child_process";
import { join } from "node:path";
import { ProblemError } from "../../shared/problems/problem.ts";
import { rememberedFolder } from "../platform/folders.ts";
import { findElectron } from "./findElectron.ts";
import { serveLoopback } from "./loopback.ts";
import { openProgram, projectRoot } from "./openProgram.ts";

// `npm start`: Electron where its binary lies on disk, else a browser over the loopback host.

const root = projectRoot();
const electron = findElectron(root);
const windowFolder = join(root, "build", "renderer");

// Two seconds, and what opens is always what the sources say.
const vite = await import("vite");
// The window's root is the configuration's to say: a `root` given here would win, and the page would be built one
// folder too deep.
const builder = await vite.createBuilder({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
await builder.buildApp();

if (electron !== null) {
  const child = spawn(electron, [root], { stdio: "inherit" });
  child.on("exit", (code) => process.exit(code ?? 0));
} else {
  try {
    await serve();
  } catch (error) {
    // Expected troubles have words of their own: a newer or damaged data file, a folder that another program holds.
    console.error(error instanceof ProblemError ? `${error.message}（${error.problem.code}）` : error);
    process.exitCode = 2;
  }
}

async function serve(): Promise<void> {
  const program = await openProgram({
    host: "loopback",
    folder: process.env["KEJI_DATA"] ?? rememberedFolder(),
    remember: process.env["KEJI_DATA"] === undefined,
  });
  const { address, close } = await serveLoopback(program, windowFolder, Number(process.env["KEJI_PORT"] ?? 0));
  console.log(`未找到 Electron 程序（npm run electron:fetch 可取得），改用本机浏览器打开：${address}`);
  const stop = (): void =>
    void close()
      .then(() => program.close())
      .then(() => process.exit(0));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
