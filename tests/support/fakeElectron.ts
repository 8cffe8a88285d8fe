import { fork } from "node:child_process";
import { tmpdir } from "node:os";

// Stands for the `electron` module when the built main process runs on plain Node (fakeElectronMain.ts): it keeps what
// the program registers, runs utility processes as children, and plays the window's part in one scenario.

type Handler = (event: unknown, ...args: unknown[]) => unknown;
const handlers = new Map<string, Handler>();
const ours = { senderFrame: { url: "app://keji/index.html", parent: null } };

export const app = {
  requestSingleInstanceLock: () => true,
  enableSandbox: () => undefined,
  whenReady: () => Promise.resolve(),
  on: () => undefined,
  quit: () => undefined,
  exit: (code: number) => process.exit(code),
  commandLine: { hasSwitch: () => false },
  getAppMetrics: () => [],
  getPath: () => tmpdir(),
};
export const dialog = { showErrorBox: (_title: string, text: string) => console.error(text) };
export const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) };
export const Menu = { setApplicationMenu: () => undefined, buildFromTemplate: (template: unknown) => template };
export const protocol = { registerSchemesAsPrivileged: () => undefined, handle: () => undefined };
const anything: unknown = new Proxy(() => anything, { get: () => anything, apply: () => anything });
export const session = { defaultSession: anything };

export const utilityProcess = {
  fork(path: string) {
    const child = fork(path, [], { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    return {
      pid: child.pid,
      on: (name: "message" | "exit", listener: (value: unknown) => void) => child.on(name, listener),
      postMessage: (message: object) => child.send(message),
      kill: () => child.kill("SIGKILL"),
    };
  },
};

export class BrowserWindow {
  readonly webContents = { on: () => undefined, setWindowOpenHandler: () => undefined };
  on(): void {}
  /** The page is up: what a person does next, through the same channel. */
  async loadURL(): Promise<void> {
    const call = (area: string, method: string, input: unknown): unknown =>
      handlers.get("keji:call")?.(ours, area, method, input);
    const year = { name: "示例区", code: "370703", year: 2012 };
    await call("program", "create", { ...year, sample: true, folder: process.env["KEJI_TEST_FOLDER"] });
    const scope = { from: "2012-01-01", to: "2012-12-31", asOf: "2012-12-31" };
    const values = await call("metrics", "values", { scope, names: ["projectGrants"] });
    const written = await call("reports", "write", { year: 2012, as: "docx" });
    process.stdout.write(JSON.stringify({ values, written }));
    process.exit(0);
  }
}
