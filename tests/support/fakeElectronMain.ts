import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Runs a built main process with the fake Electron in the place of the real one: node fakeElectronMain.ts BUILD_FOLDER.

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron"
      ? { url: new URL("./fakeElectron.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
await import(pathToFileURL(join(process.argv[2] ?? "build", "main", "electron.js")).href);
