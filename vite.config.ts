/**
 * One build, three bundles: the window, the main process with the child that reads workbooks, and the preload. The
 * loopback host is not built: it runs from the sources, and so cannot end up in an installer.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type EnvironmentOptions, type Plugin } from "vite";

const here = (path: string): string => resolve(import.meta.dirname, path);

const entries = {
  client: { index: "renderer/index.html" },
  main: { electron: "main/hosts/electron.ts", readerProcess: "main/importing/reading/readerProcess.ts" },
  preload: { preload: "main/hosts/preload.ts" },
} satisfies Record<string, Readonly<Record<string, string>>>;

type Bundle = keyof typeof entries;

const input = (bundle: Bundle): Record<string, string> =>
  Object.fromEntries(Object.entries(entries[bundle]).map(([name, path]) => [name, here(path)]));

/** A bundle that runs outside the window. All is bundled in but Electron, the native driver and Node itself. */
function outside(bundle: Exclude<Bundle, "client">, format: "es" | "cjs"): EnvironmentOptions {
  const external = ["electron", "better-sqlite3"];
  const extension = format === "es" ? "js" : "cjs";
  return {
    consumer: "server",
    resolve: { noExternal: true, external },
    build: {
      ssr: true,
      outDir: here(`build/${bundle}`),
      emptyOutDir: true,
      copyPublicDir: false,
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: input(bundle),
        external: [...external, /^node:/],
        // Chunks lie beside the entries, so that `new URL("./readerProcess.js", import.meta.url)` holds in all of them.
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  };
}

/** ExcelJS only writes here: the unzipping half of its reader (which also looks for a cloud client) stays out. */
const noExcelReader: Plugin = {
  name: "keji:no-excel-reader",
  enforce: "pre",
  resolveId: (id) => (id === "unzipper" ? "\0no-unzipper" : null),
  load: (id) => (id === "\0no-unzipper" ? "export default {};" : null),
};

export default defineConfig({
  root: here("renderer"),
  cacheDir: here("node_modules/.vite"),
  plugins: [noExcelReader, react()],
  builder: {
    async buildApp(builder) {
      const missing = Object.values(entries).flatMap((files) =>
        Object.values(files).filter((path) => !existsSync(here(path))),
      );
      if (missing.length > 0) throw new Error(`vite.config.ts names files that do not exist: ${missing.join(", ")}`);
      for (const bundle of Object.keys(entries)) {
        const environment = builder.environments[bundle];
        if (!environment) throw new Error(`no build environment "${bundle}"`);
        await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: here("build/renderer"),
        emptyOutDir: true,
        target: "chrome130",
        // One program on one disk: a few large files start faster than many small ones.
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: input("client") },
      },
    },
    main: outside("main", "es"),
    preload: outside("preload", "cjs"), // a sandboxed preload must be CommonJS
  },
});
