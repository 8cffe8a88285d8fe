import { spawnSync } from "node:child_process";

// A thousand random lives of a data file, each ending with every batch taken back: what is left must be what people
// entered by hand. A number as first argument plays as many.

const lives = process.argv[2] ?? "1000";
const test = ["vitest", "run", "tests/main/importing/takeBackProperty.test.ts"];
const { status } = spawnSync("npx", test, { stdio: "inherit", env: { ...process.env, KEJI_LIVES: lives } });
process.exitCode = status ?? 1;
