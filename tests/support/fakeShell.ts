/**
 * Stands for the `electron` module in tests of the shell: `module` is what it imports, `state` keeps what it registers
 * and does, and plays the system's part (`saveTo`, `openPaths`).
 */
export function fakeShell() {
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
    app: new Map<string, (event: { preventDefault(): void }) => void>(),
    told: [] as string[],
    reloads: 0,
    quits: 0,
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
    on(name: string, listener: (event: unknown) => void): void {
      this.record.listeners.set(name, listener);
    }
    destroy(): void {}
    reload(): void {
      state.reloads += 1;
    }
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
        on: (name: string, listener: (event: { preventDefault(): void }) => void) => state.app.set(name, listener),
        quit: () => (state.quits += 1),
        exit: (code = 0) => (state.exited = code),
        commandLine: { hasSwitch: () => false },
        getAppMetrics: () => [{ pid: 7, memory: { workingSetSize: 100_000 } }],
      },
      BrowserWindow,
      dialog: {
        showSaveDialog: async () => ({ canceled: state.saveTo === "", filePath: state.saveTo }),
        showOpenDialog: async () => ({ filePaths: state.openPaths }),
        showErrorBox: (_title: string, text: string) => state.told.push(text),
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
}
