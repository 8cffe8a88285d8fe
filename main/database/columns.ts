import type { FieldKind } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { isOfficial } from "../../shared/ledgers/identity.ts";

// What a ledger's table has to look like, from its declaration. Migrations are written by hand; a test compares the two.

export interface ExpectedColumn {
  readonly name: string;
  readonly type: "TEXT" | "INTEGER" | "REAL";
  readonly notNull: boolean;
}
export interface ExpectedIndex {
  readonly columns: readonly string[];
  /** Unique over live rows that have all the columns; null for a plain index. */
  readonly where: string | null;
}

const column = (name: string, type: ExpectedColumn["type"], notNull: boolean): ExpectedColumn => ({
  name,
  type,
  notNull,
});

/** The columns of every record, before the declared ones. */
const recordColumns: readonly ExpectedColumn[] = [
  column("id", "TEXT", true),
  column("version", "INTEGER", true),
  column("createdAt", "TEXT", true),
  column("updatedAt", "TEXT", true),
  column("deletedAt", "TEXT", false),
  column("extras", "TEXT", true),
];

/** Stages have no column: they are rows of the side table. */
const typeOf: Readonly<Record<FieldKind, ExpectedColumn["type"] | null>> = {
  text: "TEXT",
  number: "REAL",
  count: "INTEGER",
  percent: "REAL",
  money: "INTEGER",
  year: "INTEGER",
  date: "TEXT",
  period: "TEXT",
  choice: "TEXT",
  choices: "TEXT",
  yesNo: "INTEGER",
  code: "TEXT",
  reference: "TEXT",
  references: "TEXT",
  attachments: "TEXT",
  stages: null,
};

/** The columns of a ledger's table, in the order of the declaration. */
export function expectedColumns({ fields }: LedgerDeclaration): ExpectedColumn[] {
  const declared = Object.entries(fields).flatMap(([name, field]) => {
    const type = typeOf[field.kind];
    return type === null ? [] : [column(name, type, field.required === true)];
  });
  return [...recordColumns, ...declared];
}

/** Unique indexes of official numbers, plain ones of every reference and of the year a ledger is filtered by. */
export function expectedIndexes(declaration: LedgerDeclaration): ExpectedIndex[] {
  const unique = declaration.identifiedBy
    .filter((alternative) => isOfficial(declaration, alternative))
    .map((columns) => ({
      columns,
      where: ["deletedAt IS NULL", ...columns.map((name) => `"${name}" IS NOT NULL`)].join(" AND "),
    }));
  const plain = Object.entries(declaration.fields)
    .filter(([name, { kind }]) => kind === "reference" || (kind === "year" && name === declaration.yearField))
    .map(([name]) => ({ columns: [name], where: null }));
  return [...unique, ...plain];
}

/** Name of an index: organisationsByCreditCode. */
export function indexName(ledger: string, { columns, where }: ExpectedIndex): string {
  const words = columns.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join("And");
  return `${ledger}${where === null ? "By" : "One"}${words}`;
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** The statements that make the table: a starting point for a migration, and what the drift test prints. */
export function draftStatements(declaration: LedgerDeclaration): string[] {
  const { name } = declaration;
  const lines = expectedColumns(declaration).map((is) => {
    if (is.name === "id") return `"id" TEXT PRIMARY KEY`;
    return `"${is.name}" ${is.type}${is.notNull ? " NOT NULL" : ""}`;
  });
  const indexes = expectedIndexes(declaration).map((index) => {
    const { columns, where } = index;
    const unique = where === null ? "" : "UNIQUE ";
    return `CREATE ${unique}INDEX "${indexName(name, index)}" ON "${name}" (${quoted(columns)})${where === null ? "" : ` WHERE ${where}`}`;
  });
  return [`CREATE TABLE "${name}" (\n    ${lines.join(",\n    ")}\n  ) STRICT`, ...indexes];
}
