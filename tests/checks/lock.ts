/**
 * `node tests/checks/lock.ts [ROOT]`: what `npm install` may leave wrong in silence and `npm ci` stumbles over later.
 * - nothing in the lock or .npmrc names a registry host;
 * - every entry has a version, every optional dependency an entry (registries publish binaries for other systems late);
 * - package.json pins exact versions, and the lock agrees with them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Entry {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = process.argv[2] ?? ".";
const text = (name: string): string => readFileSync(join(root, name), "utf8");
// Both files are npm's own, checked by npm at every install.
const lock = JSON.parse(text("package-lock.json")) as { packages?: Record<string, Entry> };
const wanted = JSON.parse(text("package.json")) as Entry;
const packages = lock.packages ?? {};

/** Node's way upward: a/node_modules/x, then node_modules/x. */
function resolves(from: string, name: string): boolean {
  if (packages[`${from ? `${from}/` : ""}node_modules/${name}`]) return true;
  const up = from.lastIndexOf("node_modules/");
  return up < 0 ? false : resolves(from.slice(0, Math.max(0, up - 1)), name);
}

const wrong: string[] = [];
const say = (line: string) => void wrong.push(line);

if (Object.keys(packages).length < 2) say("the lock holds no package: the check proves nothing");
for (const [path, entry] of Object.entries(packages)) {
  if (entry.resolved !== undefined && !entry.link) say(`${path}: has "resolved"`);
  if (path !== "" && entry.version === undefined && !entry.link) say(`${path}: has no version`);
  for (const name of Object.keys({ ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies })) {
    if (!resolves(path, name)) say(`${path || "package.json"}: needs ${name}, which has no entry`);
  }
}
for (const name of ["package-lock.json", ".npmrc"]) {
  const host = /registry\.[\w.-]+|[\w.-]*npmmirror[\w.-]*|https?:\/\/[^"\s]+\.tgz/.exec(text(name));
  if (host) say(`${name}: names a registry host (${host[0]})`);
}
if (!/^omit-lockfile-registry-resolved=true$/m.test(text(".npmrc")))
  say(".npmrc: omit-lockfile-registry-resolved is off");
if (/^(@[^:=]+:)?registry\s*=/m.test(text(".npmrc"))) say(".npmrc: sets a registry");
const pinned = { ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies };
for (const [name, version] of Object.entries(pinned)) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) say(`package.json: ${name} is not pinned (${version})`);
  const locked = packages[`node_modules/${name}`]?.version;
  if (locked !== undefined && locked !== version) say(`package.json: ${name} is ${version}, the lock has ${locked}`);
}

for (const line of wrong) console.error(`lock: ${line}`);
if (wrong.length === 0) console.log(`lock: ${Object.keys(packages).length - 1} packages`);
process.exitCode = wrong.length > 0 ? 1 : 0;
