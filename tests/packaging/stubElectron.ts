/**
 * Folders that look enough like an Electron distribution for electron-builder to pack them, so that the contents of a
 * package can be looked at without a download of a hundred megabytes. They do not run.
 */
import { readFileSync, chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NtExecutable, NtExecutableResource } from "pe-library";
import { Resource } from "resedit";

// Where @electron/fuses looks in Electron's binary: a fixed sentence, the version of the wire, its length, its states.
const wire = Buffer.concat([
  Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
  Buffer.from([1, 9]),
  Buffer.from("111111111"),
]);

const electronVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, "node_modules/electron/package.json"), "utf8")) as { version: string }).version;

function common(root: string, dist: string): void {
  mkdirSync(join(dist, "locales"), { recursive: true });
  for (const name of ["LICENSE", "LICENSES.chromium.html"]) writeFileSync(join(dist, name), "stub\n");
  writeFileSync(join(dist, "version"), electronVersion(root));
  for (const language of ["de", "en-US", "zh-CN", "zh-TW"])
    writeFileSync(join(dist, "locales", `${language}.pak`), "stub\n");
}

export function stubLinux(root: string, dist: string): string {
  common(root, dist);
  for (const name of ["electron", "chrome-sandbox", "chrome_crashpad_handler"]) {
    writeFileSync(join(dist, name), name === "electron" ? wire : "stub\n");
    chmodSync(join(dist, name), 0o755);
  }
  return dist;
}

/** The executable must be a valid PE with version information in exactly one language: the asar's hash goes there. */
export function stubWindows(root: string, dist: string): string {
  common(root, dist);
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = 1033;
  version.setFileVersion(1, 0, 0, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: "stub", FileDescription: "stub" });
  version.outputToResourceEntries(resources.entries);
  resources.entries.push({ type: 10, id: "WIRE", bin: new Uint8Array(wire).buffer, lang: 1033, codepage: 1200 });
  resources.outputResource(executable);
  writeFileSync(join(dist, "electron.exe"), Buffer.from(executable.generate()));
  return dist;
}
