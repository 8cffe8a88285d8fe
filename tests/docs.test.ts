import { readdirSync, existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { describe, expect, it } from "vitest";
import { draftStatements } from "../main/database/columns.ts";
import { commands, usage } from "../main/hosts/commands/commands.ts";
import { builtInMetrics } from "../main/metrics/catalogue/index.ts";
import { checkDefinition } from "../main/metrics/checkDefinition.ts";
import { basisOf } from "../main/metrics/engine/basis.ts";
import { compileSentence } from "../main/reports/templates/compile.ts";
import { dictionaries } from "../shared/dictionaries/index.ts";
import { ledgerList } from "../shared/ledgers/index.ts";
import { catalogueText } from "./checks/catalogueText.ts";
import { up } from "./examples/9001-instruments.ts";
import { instruments } from "./examples/instruments.ts";
import { sharedInstruments, sharedInstrumentsSentence } from "./examples/sharedInstruments.ts";
import { projectRoot } from "./support/built.ts";

// The documents speak of the code; what a machine can compare is compared here.

const read = (name: string): string => readFileSync(join(projectRoot, name), "utf8");
const documents = ["README.md", "ARCHITECTURE.md", "DECISIONS.md", "CHANGELOG.md"] as const;
const packageJson = JSON.parse(read("package.json")) as { version: string; scripts: Record<string, string> };

/** Paths from the project's root, braces and stars included: main/api/{router,handler}.ts. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w/.-])(?:main|renderer|shared|resources|tests|\.ci)\/[\w.{},*/-]*/g)].map(([path]) =>
    path.replace(/[.,]+$/u, ""),
  );

describe("README", () => {
  it.each(Object.keys(packageJson.scripts))("names the script %s with a line of its own", (script) => {
    expect(read("README.md")).toMatch(new RegExp(`^\\| \`${script}\` \\| \\S`, "m"));
  });

  it("names no script that is not there", () => {
    const named = [...read("README.md").matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => packageJson.scripts[name ?? ""] === undefined)).toEqual([]);
  });

  it("prints the command line's own words, and an example of every command", () => {
    const readme = read("README.md");
    expect(readme).toContain(usage().join("\n"));
    for (const name of commands.keys()) expect(readme).toMatch(new RegExp(`^npm run -s keji -- ${name}\\b`, "m"));
  });

  it("shows pictures that are there", () => {
    const shown = [...read("README.md").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? "");
    expect(shown.length).toBeGreaterThanOrEqual(4);
    expect(shown.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });
});

describe("ARCHITECTURE", () => {
  it("is short enough to be read", () => {
    expect(read("ARCHITECTURE.md").split("\n").length).toBeLessThanOrEqual(201);
  });

  it("names every folder of the program", () => {
    const text = read("ARCHITECTURE.md");
    const folders = ["main", "renderer", "shared", "resources", "tests"].flatMap((top) => [
      top,
      ...readdirSync(join(projectRoot, top), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && top !== "tests" && top !== "resources")
        .map(({ name }) => `${top}/${name}`),
    ]);
    expect(folders.filter((folder) => !text.includes(`${folder}/`))).toEqual([]);
  });

  it("names source files by names that they have", () => {
    const names = [...read("ARCHITECTURE.md").matchAll(/`([\w.]+\.(?:tsx?|css))`/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(40);
    const absent = names.filter(
      (name) => globSync(`{main,renderer,shared,tests}/**/${name}`, { cwd: projectRoot }).length === 0,
    );
    expect(absent).toEqual([]);
  });

  it("shows a ledger, a migration, a metric and a sentence as they stand in tests/examples", () => {
    const text = read("ARCHITECTURE.md");
    for (const [name, begin] of [
      ["instruments.ts", "/** 大型仪器设备"],
      ["9001-instruments.ts", "const statements"],
      ["sharedInstruments.ts", "  kind:"],
    ] as const) {
      const code = read(join("tests/examples", name));
      const shown = code.slice(code.indexOf(begin), name === "sharedInstruments.ts" ? code.indexOf("};") : undefined);
      expect(text, name).toContain(shown.trimEnd());
    }
    expect(text).toContain(sharedInstrumentsSentence);
  });
});

describe("the worked examples", () => {
  const context = {
    ledgers: new Map([...ledgerList, instruments].map((declaration) => [declaration.name, declaration])),
    dictionaries: new Map(dictionaries.map((dictionary) => [dictionary.name, dictionary])),
    ownTerms: [],
    ownFields: [],
  };

  it("the migration makes the table that the ledger wants", async () => {
    const made = new BetterSqlite3(":memory:");
    await up(new Kysely({ dialect: new SqliteDialect({ database: made }) }));
    const wanted = new BetterSqlite3(":memory:");
    for (const statement of draftStatements(instruments)) wanted.exec(statement);
    const tables = (raw: BetterSqlite3.Database): unknown => [
      raw.pragma("table_info(instruments)"),
      raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").pluck().all(),
    ];
    expect(tables(made)).toEqual(tables(wanted));
  });

  it("the metric can be computed and says its basis, the sentence asks for it", () => {
    expect(checkDefinition(sharedInstruments, builtInMetrics, context)).toEqual([]);
    expect(basisOf(context, new Map(), sharedInstruments)).toContain("“大型仪器设备”台账；是否共享为是");
    expect(compileSentence(sharedInstrumentsSentence)).toContainEqual({
      kind: "slot",
      slot: expect.objectContaining({ kind: "figure", metric: "sharedInstruments" }),
    });
  });
});

describe.each(documents)("%s", (name) => {
  it("names files and folders that exist", () => {
    const paths = pathsIn(read(name));
    // CHANGELOG is for users and names none; the others must not be read past.
    expect(paths.length).toBeGreaterThanOrEqual(
      { "README.md": 5, "ARCHITECTURE.md": 50, "DECISIONS.md": 5, "CHANGELOG.md": 0 }[name],
    );
    expect(paths.filter((path) => globSync(path, { cwd: projectRoot }).length === 0)).toEqual([]);
  });

  it("names no address outside this machine", () => {
    expect(read(name)).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/);
  });
});

it("DECISIONS are numbered, newest first", () => {
  const numbers = [...read("DECISIONS.md").matchAll(/^## (\d+)\. /gm)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(Array.from(numbers, (_, at) => numbers.length - at));
});

it("CHANGELOG has an entry for this version, by effect", () => {
  const entry = read("CHANGELOG.md")
    .split(/^## /m)
    .find((part) => part.startsWith(`${packageJson.version} `));
  expect(entry).toMatch(/^### (?:新增|改进|修复|移除)\n\n- \S/m);
});

it("resources/catalogue.md is up to date (npm run catalogue)", () => {
  expect(read("resources/catalogue.md")).toBe(catalogueText());
});
