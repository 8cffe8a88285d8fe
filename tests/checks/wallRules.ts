import type { IFlattenedRuleSet } from "dependency-cruiser";
import { type Wall, walls } from "./wallTable.ts";

const inPackage = (names: readonly string[]): string => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;

function allowedBy(wall: Wall, index: number): NonNullable<IFlattenedRuleSet["allowed"]> {
  // The first row decides: a later row speaks only of files that no earlier one took.
  const earlier = walls.slice(0, index).map(({ folder }) => folder);
  const from = { path: wall.folder, ...(earlier.length > 0 && { pathNot: earlier }) };
  const paths = [...wall.may, ...(wall.alone ? [] : [wall.folder]), ...(wall.npm ? [inPackage(wall.npm)] : [])];
  return [
    ...(paths.length > 0 ? [{ from, to: { path: paths } }] : []),
    ...(wall.types ? [{ from, to: { path: [...wall.types], dependencyTypes: ["type-only" as const] } }] : []),
    ...(wall.node ? [{ from, to: { dependencyTypes: ["core" as const] } }] : []),
  ];
}

const only = (name: string, comment: string, packages: string[], pathNot: string[]) => ({
  name,
  severity: "error" as const,
  comment,
  from: { path: "^(main|renderer|shared|resources)/", pathNot },
  to: { path: inPackage(packages) },
});

/** Deny by default, then the walls that deserve a name of their own when they are broken. */
export const wallRules: IFlattenedRuleSet = {
  // What cannot be resolved has a rule of its own below; once is enough.
  allowed: [...walls.flatMap(allowedBy), { from: {}, to: { couldNotResolve: true } }],
  allowedSeverity: "error",
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      comment: "Two files that need each other are one.",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import that leads nowhere escapes every other rule.",
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      "electron-in-its-hosts",
      "Everything else runs without Electron.",
      ["electron"],
      ["^main/hosts/electron[^/]*\\.ts$", "^main/hosts/preload\\.ts$"],
    ),
    only("driver-in-database", "A server database can take SQLite's place.", ["better-sqlite3"], ["^main/database/"]),
    only(
      "exceljs-writes",
      "ExcelJS must never read an outside workbook.",
      ["exceljs"],
      ["^main/exporting/", "^resources/sample/"],
    ),
    {
      name: "migrations-frozen",
      severity: "error",
      comment: "A migration reads data made by code that no longer exists.",
      from: { path: "^main/database/migrations/", pathNot: "/index\\.ts$" },
      to: { pathNot: inPackage(["kysely"]) },
    },
    {
      name: "renderers-blind",
      severity: "error",
      comment: "What prints a report is given words; it reaches neither database nor metrics, by no detour.",
      from: { path: "^main/reports/as[A-Z]" },
      to: { path: "^main/(database|records|metrics)/", reachable: true },
    },
  ],
};
