import { defineConfig } from "vitest/config";

/** Files that replace modules, change the process's own listeners or time the main loop: each in a process of its own. */
const alone = ["tests/hosts/electron.test.ts", "tests/main/importing/reading/cage.test.ts"];

// Tests run on the Node that npm installed (Electron's major); `npm test` puts it first in PATH.
export default defineConfig({
  test: {
    // For machines that others use too; what waits for ever is found out all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    globalSetup: "tests/support/announce.ts",
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      // Two processes serve file after file: starting one and loading the program for each took a quarter of the pure
      // tests' time. Every test has a data folder of its own all the same; no file may leave a module changed.
      {
        extends: true,
        test: {
          name: "together",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: [...alone, "**/node_modules/**"],
          isolate: false,
        },
      },
    ],
    // .ci/run counts the tests from this file.
    ...(process.env["CI"] && { reporters: ["default", ["json", { outputFile: "build/tests.json" }]] }),
  },
});
