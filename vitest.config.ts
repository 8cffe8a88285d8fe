import { defineConfig } from "vitest/config";

// Tests run on the Node that npm installed (Electron's major); `npm test` puts it first in PATH.
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    globalSetup: "tests/support/announce.ts",
    // .ci/run counts the tests from this file.
    ...(process.env["CI"] && { reporters: ["default", ["json", { outputFile: "build/tests.json" }]] }),
  },
});
