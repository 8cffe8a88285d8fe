import { closeSync, openSync, readSync } from "node:fs";

export type Target = "linux-x64" | "linux-arm64" | "win32-x64";

/** What a package must hold: the bundles of vite.config.ts, and the one package that is not bundled. */
const needed = [
  /^package\.json$/,
  /^build\/main\/electron\.js$/,
  /^build\/main\/readerProcess\.js$/,
  /^build\/preload\/preload\.cjs$/,
  /^build\/renderer\/index\.html$/,
  /^build\/renderer\/assets\/.+\.js$/,
  /^resources\/sample\/workbooks\/01.*\.xlsx$/,
  /^node_modules\/better-sqlite3\/lib\/index\.js$/,
];

const known = [
  /^package\.json$/,
  /^build\/(main|renderer|preload)\//,
  /^resources\/sample\/workbooks\/[^/]+\.(xlsx|csv)$/,
  /^node_modules\/better-sqlite3\/(lib\/.*\.js|package\.json|LICENSE|prebuilds\/.*)$/,
];

const banned: readonly (readonly [RegExp, string])[] = [
  [/loopback/i, "the loopback host"],
  [/\.(ts|tsx|map)$/, "a source or a map"],
  [/(^|\/)(tests?|fixtures)\//, "a test"],
  [/(^|\/)node(\.exe)?$|node_modules\/node-(linux|win)/, "Node itself"],
];

/** Complaints about a package's files (forward slashes, no folders); none means that it is as it should be. */
export function faults(files: readonly string[], target: Target): string[] {
  const native = files.filter((file) => file.endsWith(".node"));
  const wanted = `node_modules/better-sqlite3/prebuilds/${target}.node`;
  return [
    ...needed
      .filter((pattern) => !files.some((file) => pattern.test(file)))
      .map((pattern) => `missing: ${pattern.source}`),
    ...(native.length === 1 && native[0] === wanted
      ? []
      : [`native files: ${native.join(", ") || "none"}, not ${wanted}`]),
    ...files.flatMap((file) => banned.filter(([pattern]) => pattern.test(file)).map(([, what]) => `${file}: ${what}`)),
    ...files.filter((file) => !known.some((pattern) => pattern.test(file))).map((file) => `${file}: unexpected`),
  ];
}

/** The system and processor a native file was compiled for, from its own header. */
export function compiledFor(path: string): string {
  const head = Buffer.alloc(4096);
  const file = openSync(path, "r");
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (head.subarray(0, 4).toString("latin1") === "\u007fELF") {
    return { 0x3e: "linux-x64", 0xb7: "linux-arm64" }[head.readUInt16LE(18)] ?? "another ELF";
  }
  const pe = head.readUInt32LE(0x3c);
  return head.readUInt16LE(pe + 4) === 0x8664 ? "win32-x64" : "another PE";
}
