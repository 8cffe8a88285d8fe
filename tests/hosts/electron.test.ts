import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Envelope } from "../../shared/api/envelope.ts";
import { ensureBuilt, projectRoot } from "../support/built.ts";
import { temporaryFolder } from "../support/temporary.ts";

// The shell against a fake Electron: what it registers, whom it answers, what a window may do. What only the real binary
// can show (sandbox, asar, dialogs) is on the list for real PCs.

const fake = await vi.hoisted(async () => (await import("../support/fakeShell.ts")).fakeShell());
vi.mock("electron", () => fake.module);

const ours = { senderFrame: { url: "app://keji/index.html", parent: null } };
const invoke = (channel: string, event: unknown, ...args: unknown[]): unknown =>
  fake.state.handlers.get(channel)?.(event, ...args);

// The shell listens to the process itself; what it adds is taken off again.
const processEvents = ["uncaughtException", "unhandledRejection"] as const;
let listeners: unknown[][] = [];

beforeEach(async () => {
  ensureBuilt();
  vi.stubEnv("HOME", temporaryFolder());
  vi.resetModules();
  fake.state.handlers.clear();
  fake.state.windows.length = 0;
  fake.state.told.length = 0;
  Object.assign(fake.state, { exited: null, reloads: 0, quits: 0 });
  listeners = processEvents.map((name) => process.listeners(name as "exit"));
  await import("../../main/hosts/electron.ts");
  await vi.waitUntil(() => fake.state.windows.length === 1);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const [at, name] of processEvents.entries()) {
    for (const listener of process.listeners(name as "exit")) {
      if (listeners[at]?.includes(listener) !== true) process.off(name, listener);
    }
  }
});

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

  it("says why a file was not saved, and throws nothing at the page", async () => {
    const { ticket } = invoke("keji:upload", ours, "a.xlsx", new Uint8Array([1])) as { ticket: string };
    const text = join(temporaryFolder(), "text");
    writeFileSync(text, "not a folder");
    fake.state.saveTo = join(text, "导出.xlsx");
    expect(await invoke("keji:save", ours, ticket)).toBe(false);
    expect(fake.state.told).toEqual([expect.stringMatching(/写不进去.*数据未受影响.*（E-OUT-01）$/u)]);
  });

  it("ends only when the database is closed, and once", async () => {
    const folder = join(homedir(), "科绩数据");
    vi.stubEnv("TMPDIR", "/nowhere");
    const year = { name: "示例区", code: "370703", year: 2012, sample: false, folder };
    expect(await invoke("keji:call", ours, "program", "create", year)).toMatchObject({ ok: true });
    expect(existsSync(join(folder, "owner.lock"))).toBe(true);
    const prevented = vi.fn<() => void>();
    const quit = fake.state.app.get("will-quit");
    quit?.({ preventDefault: prevented });
    quit?.({ preventDefault: prevented });
    expect(prevented).toHaveBeenCalledTimes(2);
    expect(fake.state.exited).toBeNull();
    await vi.waitUntil(() => fake.state.exited !== null);
    expect(fake.state.exited).toBe(0);
    expect(readdirSync(folder).filter((name) => name !== "backups" && name !== "logs")).toEqual(["keji.db"]);
  });

  it("shows a page that died anew, but not one that dies at once", () => {
    const gone = fake.state.windows[0]?.listeners.get("render-process-gone") as (event: unknown, why: object) => void;
    gone({}, { reason: "clean-exit" });
    expect(fake.state.reloads).toBe(0);
    gone({}, { reason: "crashed" });
    expect([fake.state.reloads, fake.state.quits]).toEqual([1, 0]);
    gone({}, { reason: "crashed" });
    expect([fake.state.reloads, fake.state.quits]).toEqual([1, 1]);
    expect(fake.state.told).toEqual([expect.stringContaining("数据不受影响")]);
  });

  it("does not start where its data cannot be opened, and says so", async () => {
    const folder = join(temporaryFolder(), "data");
    mkdirSync(folder);
    writeFileSync(join(folder, "keji.db"), "not a database");
    mkdirSync(join(homedir(), ".keji"), { recursive: true });
    writeFileSync(join(homedir(), ".keji", "folder.json"), JSON.stringify({ folder }));
    vi.resetModules();
    await import("../../main/hosts/electron.ts");
    await vi.waitUntil(() => fake.state.exited !== null);
    expect(fake.state.exited).toBe(2);
    expect(fake.state.told).toEqual([expect.stringMatching(/^这不是科绩的数据文件.*（E-DB-02）$/u)]);
    expect(fake.state.windows).toHaveLength(1);
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
    // V8's last word comes as an event named error, which throws where nobody listens.
    process?.listeners.get("error")?.("FatalError");
    process?.listeners.get("exit")?.(5);
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
