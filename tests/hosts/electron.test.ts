import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Envelope } from "../../shared/api/envelope.ts";
import { ensureBuilt, projectRoot } from "../support/built.ts";
import { temporaryFolder } from "../support/temporary.ts";

// The shell against a fake Electron: what it registers, whom it answers, what a window may do. What only the real binary
// can show (sandbox, asar, dialogs) is on the list for real PCs.

const fake = vi.hoisted(() => {
  type Handler = (event: unknown, ...args: unknown[]) => unknown;
  const state = {
    handlers: new Map<string, Handler>(),
    exposed: new Map<string, unknown>(),
    windows: [] as {
      options: Record<string, unknown>;
      url: string;
      listeners: Map<string, (event: unknown) => void>;
      openHandler: (() => unknown) | undefined;
    }[],
    protocol: undefined as undefined | ((request: { url: string }) => Response),
    schemes: [] as unknown[],
    session: new Map<string, unknown>(),
    saveTo: "",
    openPaths: [] as string[],
    menu: [] as unknown[],
    sandboxed: false,
    readers: [] as {
      path: string;
      sent: unknown[];
      listeners: Map<string, (value: unknown) => void>;
      killed: boolean;
    }[],
    exited: null as number | null,
  };
  class BrowserWindow {
    readonly record;
    readonly webContents;
    constructor(options: Record<string, unknown>) {
      const record = {
        options,
        url: "",
        listeners: new Map<string, (event: unknown) => void>(),
        openHandler: undefined as (() => unknown) | undefined,
      };
      this.record = record;
      state.windows.push(record);
      this.webContents = {
        on: (name: string, listener: (event: unknown) => void) => record.listeners.set(name, listener),
        setWindowOpenHandler: (handler: () => unknown) => (record.openHandler = handler),
        printToPDF: async () => Buffer.from("%PDF-fake"),
      };
    }
    loadURL(url: string): Promise<void> {
      this.record.url = url;
      return Promise.resolve();
    }
    destroy(): void {}
    isMinimized(): boolean {
      return false;
    }
    focus(): void {}
  }
  const session = new Proxy(
    {},
    {
      get: (_, name: string) =>
        name === "webRequest"
          ? { onBeforeRequest: (handler: unknown) => state.session.set("onBeforeRequest", handler) }
          : (...args: unknown[]) => state.session.set(name === "on" ? `on:${String(args[0])}` : name, args.at(-1)),
    },
  );
  return {
    state,
    module: {
      app: {
        requestSingleInstanceLock: () => true,
        enableSandbox: () => (state.sandboxed = true),
        whenReady: () => Promise.resolve(),
        on: () => undefined,
        quit: () => undefined,
        exit: (code: number) => (state.exited = code),
        commandLine: { hasSwitch: () => false },
        getAppMetrics: () => [{ pid: 7, memory: { workingSetSize: 100_000 } }],
      },
      BrowserWindow,
      dialog: {
        showSaveDialog: async () => ({ canceled: state.saveTo === "", filePath: state.saveTo }),
        showOpenDialog: async () => ({ filePaths: state.openPaths }),
        showErrorBox: () => undefined,
      },
      ipcMain: { handle: (channel: string, handler: Handler) => state.handlers.set(channel, handler) },
      ipcRenderer: { invoke: (...args: unknown[]) => args },
      contextBridge: { exposeInMainWorld: (name: string, value: unknown) => state.exposed.set(name, value) },
      Menu: {
        setApplicationMenu: (menu: unknown[]) => (state.menu = menu),
        buildFromTemplate: (template: unknown[]) => template,
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: unknown[]) => (state.schemes = schemes),
        handle: (_scheme: string, handler: (request: { url: string }) => Response) => (state.protocol = handler),
      },
      utilityProcess: {
        fork(path: string) {
          const reader = {
            path,
            sent: [] as unknown[],
            listeners: new Map<string, (value: unknown) => void>(),
            killed: false,
          };
          state.readers.push(reader);
          return {
            pid: 7,
            on: (name: string, listener: (value: unknown) => void) => reader.listeners.set(name, listener),
            postMessage: (message: unknown) => reader.sent.push(message),
            kill: () => (reader.killed = true),
          };
        },
      },
      session: { defaultSession: session },
    },
  };
});
vi.mock("electron", () => fake.module);

const ours = { senderFrame: { url: "app://keji/index.html", parent: null } };
const invoke = (channel: string, event: unknown, ...args: unknown[]): unknown =>
  fake.state.handlers.get(channel)?.(event, ...args);

beforeEach(async () => {
  ensureBuilt();
  vi.stubEnv("HOME", temporaryFolder());
  vi.resetModules();
  fake.state.handlers.clear();
  fake.state.windows.length = 0;
  await import("../../main/hosts/electron.ts");
  await vi.waitUntil(() => fake.state.windows.length === 1);
});
afterEach(() => vi.unstubAllEnvs());

describe("electron shell", () => {
  it("opens one sandboxed window without node on our own origin", () => {
    const [window] = fake.state.windows;
    expect(window?.url).toBe("app://keji/index.html");
    expect(window?.options["webPreferences"]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(fake.state.sandboxed).toBe(true);
    expect(fake.state.schemes).toEqual([{ scheme: "app", privileges: { standard: true, secure: true } }]);
  });

  it("answers its own page and nobody else", async () => {
    const good = (await invoke("keji:call", ours, "program", "state", {})) as Envelope;
    expect(good).toMatchObject({ ok: true, value: { host: "electron" } });
    const strangers = [
      { senderFrame: null },
      { senderFrame: { url: "about:blank", parent: null } },
      { senderFrame: { url: "app://keji.evil/", parent: null } },
      { senderFrame: { url: "https://example.org/", parent: null } },
      { senderFrame: { url: "app://keji/index.html", parent: {} } },
    ];
    for (const event of strangers) {
      expect(await invoke("keji:call", event, "program", "state", {})).toMatchObject({
        ok: false,
        problem: { code: "E-API-03" },
      });
      expect(invoke("keji:upload", event, "a.xlsx", new Uint8Array(1))).toBeNull();
      expect(await invoke("keji:save", event, "ticket")).toBe(false);
      expect(await invoke("keji:print", event, "ticket")).toBeNull();
    }
  });

  it("saves only a file under a ticket, where the person says", async () => {
    const target = join(temporaryFolder(), "导出.xlsx");
    const { ticket } = invoke("keji:upload", ours, "a/b.xlsx", new Uint8Array([1, 2])) as { ticket: string };
    fake.state.saveTo = "";
    expect(await invoke("keji:save", ours, ticket)).toBe(false);
    fake.state.saveTo = target;
    expect(await invoke("keji:save", ours, "no-such-ticket")).toBe(false);
    expect(existsSync(target)).toBe(false);
    expect(await invoke("keji:save", ours, ticket)).toBe(true);
    expect(existsSync(target)).toBe(true);
  });

  it("serves a fixed map under a strict policy, never a path", async () => {
    const page = fake.state.protocol?.({ url: "app://keji/index.html" });
    expect(page?.status).toBe(200);
    expect(page?.headers.get("content-security-policy")).toContain("script-src 'self'");
    for (const url of [
      "app://keji/../package.json",
      "app://keji/%2e%2e/package.json",
      "app://other/index.html",
      "app://keji/print/x",
    ]) {
      expect(fake.state.protocol?.({ url })?.status).toBe(404);
    }
  });

  it("never leaves its page, opens no window, asks for nothing and fetches nothing outside", () => {
    const [window] = fake.state.windows;
    expect(window?.openHandler?.()).toEqual({ action: "deny" });
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      const prevented = vi.fn<() => void>();
      window?.listeners.get(name)?.({ url: "https://example.org/", preventDefault: prevented });
      expect(prevented).toHaveBeenCalledTimes(1);
      const kept = vi.fn<() => void>();
      window?.listeners.get(name)?.({ url: "app://keji/index.html", preventDefault: kept });
      expect(kept).not.toHaveBeenCalled();
    }
    const filter = fake.state.session.get("onBeforeRequest") as (
      details: { url: string },
      answer: (verdict: { cancel: boolean }) => void,
    ) => void;
    const verdict = (url: string): boolean => {
      let cancelled = false;
      filter({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    };
    expect(verdict("app://keji/assets/a.js")).toBe(false);
    expect(verdict("https://update.example.org/")).toBe(true);
    expect(verdict("file:///etc/passwd")).toBe(true);
    const permission = fake.state.session.get("setPermissionCheckHandler") as () => boolean;
    expect(permission()).toBe(false);
  });

  it("reads outside workbooks in a utility process that can be watched and killed", async () => {
    const { utilityReader } = await import("../../main/hosts/electronReader.ts");
    const reader = utilityReader();
    const [process] = fake.state.readers.slice(-1);
    expect(process?.path).toMatch(/readerProcess\.(ts|js)$/);
    const replies: unknown[] = [];
    const ends: unknown[] = [];
    reader.listen({ reply: (reply) => replies.push(reply), gone: (end) => ends.push(end) });
    process?.listeners.get("message")?.({ kind: "test" });
    process?.listeners.get("exit")?.(134);
    expect(replies).toEqual([{ kind: "test" }]);
    expect(ends).toMatchObject([{ outOfMemory: true }]);
    expect(reader.memoryMb()).toBe(102);
    reader.kill();
    expect(process?.killed).toBe(true);
  });

  it("exposes four frozen functions to the page", async () => {
    await import("../../main/hosts/preload.ts");
    const exposed = fake.state.exposed.get("keji") as Record<string, unknown>;
    expect(Object.keys(exposed).sort()).toEqual(["call", "print", "save", "upload"]);
    expect(Object.isFrozen(exposed)).toBe(true);
  });

  it("keeps each file of the shell under 200 lines", async () => {
    const { readFileSync } = await import("node:fs");
    for (const name of ["electron", "electronGuard", "electronMenu", "preload"]) {
      const text = readFileSync(join(projectRoot, "main", "hosts", `${name}.ts`), "utf8");
      expect(text.split("\n").length, name).toBeLessThan(200);
    }
  });
});
