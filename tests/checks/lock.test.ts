import { expect, test } from "vitest";
import { plantTree, runCheck } from "./plantTree.ts";

const npmrc = "omit-lockfile-registry-resolved=true\n";
const manifest = { dependencies: { a: "1.0.0" } };
const sound = {
  "": manifest,
  "node_modules/a": {
    version: "1.0.0",
    optionalDependencies: { "a-win": "1.0.0" },
    funding: { url: "https://a.example" },
  },
  "node_modules/a/node_modules/a-win": { version: "1.0.0", dependencies: { b: "2.0.0" } },
  "node_modules/b": { version: "2.0.0" },
};

function check(packages: object, options: { npmrc?: string; manifest?: object } = {}) {
  return runCheck(
    "lock",
    plantTree({
      ".npmrc": options.npmrc ?? npmrc,
      "package.json": JSON.stringify(options.manifest ?? manifest),
      "package-lock.json": JSON.stringify({ packages }),
    }),
  );
}

test("a sound lock passes", () => {
  expect(check(sound)).toEqual({ code: 0, said: "lock: 3 packages\n" });
});

test.for([
  ["resolved", { ...sound, "node_modules/b": { version: "2.0.0", resolved: "x" } }, 'node_modules/b: has "resolved"'],
  ["version", { ...sound, "node_modules/b": {} }, "node_modules/b: has no version"],
  [
    "optional",
    { ...sound, "node_modules/a/node_modules/a-win": undefined },
    "node_modules/a: needs a-win, which has no entry",
  ],
  [
    "nested",
    { ...sound, "node_modules/b": undefined, "node_modules/a/node_modules/c/node_modules/b": { version: "2.0.0" } },
    "needs b",
  ],
  [
    "host",
    { ...sound, "node_modules/b": { version: "2.0.0", from: "https://registry.example.org/b" } },
    "names a registry host",
  ],
  ["disagreement", { ...sound, "node_modules/a": { version: "1.0.1" } }, "a is 1.0.0, the lock has 1.0.1"],
  ["emptiness", {}, "proves nothing"],
] as const)("planted: %s", ([, packages, line]) => {
  const { code, said } = check(packages);
  expect(said).toContain(line);
  expect(code).toBe(1);
});

test("loose versions and a registry setting are refused", () => {
  const loose = check(sound, { manifest: { dependencies: { a: "^1.0.0" } } });
  expect(loose).toEqual({ code: 1, said: expect.stringContaining("a is not pinned (^1.0.0)") });
  const set = check(sound, { npmrc: `${npmrc}registry=https://mirror.example\n` });
  expect(set).toEqual({ code: 1, said: expect.stringContaining(".npmrc: sets a registry") });
  expect(check(sound, { npmrc: "" }).said).toContain("omit-lockfile-registry-resolved is off");
});
