import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftStatements, expectedColumns, expectedIndexes } from "../../../main/database/columns.ts";
import { migrations } from "../../../main/database/migrations/index.ts";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";

// Migrations are written by hand and frozen; this is what keeps them and the declarations together.

const raw = new SQLite(":memory:");

beforeAll(async () => {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  for (const { up } of migrations) await up(db);
});
afterAll(() => {
  raw.close();
});

interface TableInfo {
  name: string;
  type: string;
  notnull: number;
}

function realColumns(table: string): { name: string; type: string; notNull: boolean }[] {
  const rows = raw.pragma(`table_info("${table}")`) as TableInfo[];
  return rows.map(({ name, type, notnull }) => ({ name, type, notNull: notnull === 1 }));
}

/** Indexes that a migration made, as [columns, condition]; those SQLite made for a primary key left out. */
function realIndexes(table: string): { columns: string[]; unique: boolean; where: string | null }[] {
  const indexes = raw.pragma(`index_list("${table}")`) as { name: string; unique: number; origin: string }[];
  return indexes
    .filter(({ origin }) => origin === "c")
    .map(({ name, unique }) => {
      const columns = (raw.pragma(`index_info("${name}")`) as { name: string }[]).map((column) => column.name);
      const made = raw.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").pluck().get(name) as string;
      const where = /\sWHERE\s+(.+)$/su.exec(made)?.[1] ?? null;
      return { columns, unique: unique === 1, where: where?.replace(/\s+/gu, " ") ?? null };
    });
}

function sorted<T>(items: readonly T[]): string[] {
  return items.map((item) => JSON.stringify(item)).toSorted();
}

/** What a person needs in front of them when the two differ. */
function wanted(declaration: LedgerDeclaration): string {
  return `“${declaration.title}” wants:\n${draftStatements(declaration).join(";\n")}`;
}

describe.each(ledgerList.map((declaration) => ({ name: declaration.name, declaration })))(
  "$name",
  ({ declaration }) => {
    const { name } = declaration;

    test("has a strict table with the declared columns", () => {
      const strict = (raw.pragma(`table_list("${name}")`) as { strict: number }[])[0]?.strict;
      if (strict === undefined) throw new Error(`no table: ${wanted(declaration)}`);
      expect(strict).toBe(1);
      const [real, expected] = [realColumns(name), expectedColumns(declaration)];
      if (JSON.stringify(real) !== JSON.stringify(expected)) console.log(wanted(declaration));
      expect(real).toEqual(expected);
    });

    test("has the indexes of its official numbers and references", () => {
      const expected = expectedIndexes(declaration).map(({ columns, where }) => ({
        columns,
        unique: where !== null,
        where,
      }));
      expect(sorted(realIndexes(name))).toEqual(sorted(expected));
    });
  },
);

test("official numbers are unique among live records that have them, and only there", () => {
  const insert = raw.prepare(
    `INSERT INTO organisations (id, version, createdAt, updatedAt, deletedAt, extras, name, creditCode) VALUES (?, 1, '', '', ?, '{}', ?, ?)`,
  );
  insert.run("a", null, "甲", "91370703990000017K");
  insert.run("b", "2012", "乙", "91370703990000017K");
  insert.run("c", null, "丙", null);
  insert.run("d", null, "丙", null);
  expect(() => insert.run("e", null, "戊", "91370703990000017K")).toThrow(/UNIQUE/u);
});

test("no table is left of which no declaration speaks", () => {
  const side = new Set(
    "stages history batches files batchTables sources stagedRows searchTexts settings dictionaryTerms extraFields ownMetrics reports recipes distinctNames stagedDecisions stagedRecords companyMerges importWords".split(
      " ",
    ),
  );
  const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const known = new Set(ledgerList.map(({ name }) => name));
  const strange = tables.filter(
    (table) => !known.has(table) && !side.has(table) && !/^sqlite_|^searchTexts/u.test(table),
  );
  expect(strange).toEqual([]);
});
