import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { getRawHeader, listPackage, statFile } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { NtExecutable, NtExecutableResource } from "pe-library";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt, projectRoot } from "../support/built.ts";
import { compiledFor, faults, type Target } from "./contents.ts";
import { stubLinux, stubWindows } from "./stubElectron.ts";

const work = mkdtempSync(join(tmpdir(), "keji-package-"));

/** Packs without installers: folders only, from a stub of Electron's distribution. */
async function pack(name: string, dist: string, flags: readonly string[]): Promise<void> {
  const settings = [`-c.electronDist=${dist}`, `-c.directories.output=${join(work, name)}`];
  const builder = join(projectRoot, "node_modules/.bin/electron-builder");
  await promisify(execFile)(builder, ["--dir", "--publish", "never", ...flags, ...settings], { cwd: projectRoot });
}

beforeAll(async () => {
  ensureBuilt();
  await Promise.all([
    pack("linux", stubLinux(projectRoot, join(work, "dist-linux")), ["--linux", "--x64", "--arm64"]),
    pack("win", stubWindows(projectRoot, join(work, "dist-win")), ["--win", "--x64"]),
  ]);
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

const packages: readonly { target: Target; folder: string; binary: string }[] = [
  { target: "linux-x64", folder: "linux/linux-unpacked", binary: "keji" },
  { target: "linux-arm64", folder: "linux/linux-arm64-unpacked", binary: "keji" },
  { target: "win32-x64", folder: "win/win-unpacked", binary: "keji.exe" },
];

describe.each(packages)("$target", ({ target, folder, binary }) => {
  const inPackage = (path: string): string => join(work, folder, path);
  const asar = inPackage("resources/app.asar");

  test("holds the program and nothing else", () => {
    const all = listPackage(asar, { isPack: false }).map((path) => path.replaceAll("\\", "/").slice(1));
    const files = all.filter((path) => !("files" in statFile(asar, path)));
    expect(files.length).toBeGreaterThan(8);
    expect(faults(files, target)).toEqual([]);
  });

  test("keeps the one native file outside the archive, for the right machine", () => {
    const unpacked = readdirSync(`${asar}.unpacked`, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.\w+$/.test(path),
    );
    const native = `node_modules/better-sqlite3/prebuilds/${target}.node`;
    expect(unpacked.map((path) => path.replaceAll("\\", "/"))).toEqual([native]);
    expect(compiledFor(join(`${asar}.unpacked`, native))).toBe(target);
  });

  test("brings no second Node, nothing beside the archive, and two languages", () => {
    const outside = readdirSync(inPackage("."), { recursive: true, encoding: "utf8" });
    expect(outside.filter((path) => /(^|[\\/])node(\.exe)?$/.test(path))).toEqual([]);
    expect(readdirSync(inPackage("resources")).toSorted()).toEqual(["app.asar", "app.asar.unpacked"]);
    expect(readdirSync(inPackage("locales"))).toEqual(["en-US.pak", "zh-CN.pak"]);
  });

  test("has its fuses set", async () => {
    const wire = await getCurrentFuseWire(inPackage(binary));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    // The wire holds one letter a fuse: 1 or 0 (the library does not export its names for them).
    const state = (fuse: FuseV1Options): string => String.fromCharCode(wire[fuse] ?? 0);
    expect(on.map(state)).toEqual(on.map(() => "1"));
    expect(off.map(state)).toEqual(off.map(() => "0"));
  });
});

test("Windows shows our icon, and checks the archive against a hash in the executable", () => {
  const folder = join(work, "win/win-unpacked");
  const executable = NtExecutable.from(readFileSync(join(folder, "keji.exe")));
  const { entries } = NtExecutableResource.from(executable);
  const drawn = readFileSync(join(projectRoot, "resources/icons/icon.ico")).readUInt16LE(4);
  expect(entries.filter(({ type }) => type === 3)).toHaveLength(drawn); // RT_ICON, one a size
  const found = entries.find(({ type }) => type === "INTEGRITY");
  const header = JSON.stringify(getRawHeader(join(folder, "resources/app.asar")).header);
  const value = createHash("sha256").update(header).digest("hex");
  expect(JSON.parse(Buffer.from(found?.bin ?? new ArrayBuffer(0)).toString())).toEqual([
    { file: "resources\\app.asar", alg: "SHA256", value },
  ]);
});

test("nothing that ships switches the sandbox off", () => {
  for (const name of ["electron-builder.yml", "package.json"]) {
    expect(readFileSync(join(projectRoot, name), "utf8")).not.toContain("no-sandbox");
  }
});
