import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from "electron";
import { readWorkbook } from "../importing/reading/readWorkbook.ts";
import { rememberedFolder } from "../platform/folders.ts";
import { writeWhole } from "../platform/writeWhole.ts";
import { menuTemplate } from "./electronMenu.ts";
import { hardenSession, hardenWindow, isOurs, ORIGIN } from "./electronGuard.ts";
import { utilityReader } from "./electronReader.ts";
import { answered, tell } from "./electronTrouble.ts";
import { openProgram, type Program, projectRoot } from "./openProgram.ts";
import { contentPolicy, loadWindow, printPolicy } from "./windowFiles.ts";

// The shell: a window, a menu, dialogs, printing and four channels. Everything else runs without Electron.

let program: Program | null = null;
let window: BrowserWindow | null = null;
let quitting = false;
let reloadedAt = Number.NEGATIVE_INFINITY;

protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);
app.enableSandbox();

// The AppImage launcher adds this switch where the system has no user namespaces. Without its sandbox the window would
// draw outside workbooks' words unprotected, so it does not start.
if (app.commandLine.hasSwitch("no-sandbox")) {
  // Only after `ready` does Linux show a box at all.
  void app.whenReady().then(() => {
    dialog.showErrorBox(
      "科绩",
      "本机没有开启沙箱所需的用户命名空间，科绩没有启动，数据未受影响。请改用 deb 安装包，或请管理员开启。（E-PRG-05）",
    );
    app.exit(2);
  });
} else if (app.requestSingleInstanceLock()) {
  app.on("second-instance", () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", quit);
  process.on("uncaughtException", (error) => tell(error, program?.services.log));
  process.on("unhandledRejection", (error) => program?.services.log.fault(error));
  void app.whenReady().then(start).catch(refuseStart);
} else {
  app.quit();
}

/** The process may end only when the database has: what is being written is waited for, and the WAL goes into the file. */
function quit(event: { preventDefault(): void }): void {
  if (program === null) return;
  event.preventDefault();
  if (quitting) return;
  quitting = true;
  const { services, close } = program;
  void close()
    .catch((error: unknown) => services.log.fault(error))
    .finally(() => app.exit());
}

/** Without its data the program cannot start; the words say what happened and whether the data are safe. */
function refuseStart(error: unknown): void {
  tell(error, program?.services.log);
  app.exit(2);
}

async function start(): Promise<void> {
  const nonce = randomBytes(16).toString("hex");
  serveWindow(nonce);
  hardenSession(session.defaultSession);
  program = await openProgram({
    host: "electron",
    folder: rememberedFolder(),
    remember: true,
    dialogs: { choose },
    readWorkbook: (source) => readWorkbook(source, { startReader: utilityReader }),
  });
  listen(program);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate()));
  window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    title: "科绩",
    backgroundColor: "#f5f6f8",
    webPreferences: {
      preload: join(projectRoot(), "build", "preload", "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  // While the database closes, a second start must not speak to a window that is gone.
  window.on("closed", () => (window = null));
  hardenWindow(window.webContents);
  window.webContents.on("render-process-gone", (_event, { reason }) => reload(reason));
  await window.loadURL(`${ORIGIN}/index.html`);
}

/** The data are safe in this process, so a page that died is shown anew; one that dies at once would do so for ever. */
function reload(reason: string): void {
  if (reason === "clean-exit") return;
  program?.services.log.note(`render-process-gone ${reason}`);
  const now = performance.now();
  if (now - reloadedAt > 30_000) window?.reload();
  else {
    dialog.showErrorBox("科绩", "窗口反复出错，科绩将关闭。已保存的数据不受影响；请重新打开科绩。（E-PRG-06）");
    app.quit();
  }
  reloadedAt = now;
}

/** `app://keji/` serves a fixed map made at start, and printable pages by ticket. */
function serveWindow(nonce: string): void {
  const files = loadWindow(join(projectRoot(), "build", "renderer"), nonce);
  protocol.handle("app", (request) => {
    const url = new URL(request.url);
    if (url.host !== "keji") return new Response(null, { status: 404 });
    if (url.pathname.startsWith("/print/")) {
      const page = program?.services.tickets.open(url.pathname.slice("/print/".length));
      if (page === undefined || !page.name.endsWith(".html")) return new Response(null, { status: 404 });
      return reply(page.bytes, "text/html; charset=utf-8", printPolicy);
    }
    const file = files.get(url.pathname === "/" ? "/index.html" : url.pathname);
    if (file === undefined) return new Response(null, { status: 404 });
    return reply(file.bytes, file.type, contentPolicy(nonce));
  });
}

function reply(bytes: Uint8Array, type: string, policy: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: { "content-type": type, "content-security-policy": policy, "x-content-type-options": "nosniff" },
  });
}

/** Four channels, each checked for its sender. Only an envelope crosses: Electron would strip an error to its message. */
function listen({ dispatch, services }: Program): void {
  ipcMain.handle("keji:call", (event, area: unknown, method: unknown, input: unknown) => {
    if (!isOurs(event.senderFrame)) return { ok: false, problem: notOurs };
    return dispatch(String(area), String(method), input);
  });
  ipcMain.handle("keji:upload", (event, name: unknown, bytes: unknown) => {
    if (!isOurs(event.senderFrame) || typeof name !== "string" || !(bytes instanceof Uint8Array)) return null;
    const safe = name.replaceAll(/[\\/\0]/g, "_").slice(0, 200);
    return { ticket: services.tickets.issue({ name: safe, bytes }), name: safe, size: bytes.length };
  });
  ipcMain.handle("keji:save", async (event, ticket: unknown) => {
    const file = isOurs(event.senderFrame) ? services.tickets.open(String(ticket)) : undefined;
    if (file === undefined || window === null) return false;
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: file.name });
    if (canceled || filePath === "") return false;
    return await answered(services.log, false, async () => {
      await writeWhole(filePath, file.bytes);
      return true;
    });
  });
  ipcMain.handle("keji:print", async (event, ticket: unknown) => {
    if (!isOurs(event.senderFrame)) return null;
    return await answered(services.log, null, () => printToPdf(services.tickets, String(ticket)));
  });
}

/** A printable page by ticket, as a PDF under a ticket of its own. */
async function printToPdf(tickets: Program["services"]["tickets"], ticket: string): Promise<string | null> {
  const page = tickets.open(ticket);
  if (page === undefined) return null;
  const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } });
  try {
    hardenWindow(hidden.webContents);
    await hidden.loadURL(`${ORIGIN}/print/${ticket}`);
    const bytes = await hidden.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    return tickets.issue({ name: page.name.replace(/\.html$/, ".pdf"), bytes });
  } finally {
    hidden.destroy();
  }
}

async function choose(): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog({ properties: ["openDirectory", "createDirectory"] });
  return filePaths;
}

const notOurs = {
  kind: "refused",
  code: "E-API-03",
  message: "请求不是本程序窗口发出的，已拒绝。数据未改动。",
} as const;
