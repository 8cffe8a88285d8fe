import synonyms from "../data/header_synonyms.json" with { type: "json" };
import type { LedgerDeclaration } from "./define.ts";
import { findLedger } from "./index.ts";

// The synonym tables of data/header_synonyms.json as words of one ledger. What the declarations say outranks them,
// and a ledger's own table outranks the common one: 项目名称 is a project's title there and an achievement's here.

/** Headings of every key: `common` and the fifteen tables, as [key, headings]. */
export const synonymTables: Readonly<Record<string, readonly (readonly [key: string, headings: readonly string[]])[]>> =
  Object.fromEntries(
    [{ id: "common", columns: synonyms.common }, ...synonyms.tables].map(({ id, columns }) => [
      id,
      columns.map(({ key, canonical, synonyms: others }) => [key, [canonical, ...others]] as const),
    ]),
  );

/** Every heading that the declaration itself gives to a field, a stage or a carried field. */
export function declaredHeadings(declaration: LedgerDeclaration): string[] {
  const own = Object.values(declaration.fields).flatMap((field) => [
    field.label,
    ...(field.headings ?? []),
    ...(field.kind === "stages"
      ? [
          ...field.flow.flatMap(({ headings }) => headings ?? []),
          ...(field.dateHeadings ?? []),
          ...(field.documentHeadings ?? []),
        ]
      : []),
  ]);
  const carried = (declaration.carries ?? []).flatMap(({ ledger, fields, headings }) =>
    fields.flatMap((name) => {
      const instead = headings?.[name];
      if (instead !== undefined) return instead;
      const field = findLedger(ledger)?.fields[name];
      return field ? [field.label, ...(field.headings ?? [])] : [];
    }),
  );
  return [...own, ...carried];
}

/**
 * What the synonym tables add to a ledger: target (a field, `ledger.field`, `status@STAGE`, `status#date`,
 * `status#documentNo` or `ignored`) → headings. A heading stands once; one that the declaration uses is left out.
 */
export function synonymHeadings(declaration: LedgerDeclaration): Record<string, string[]> {
  const taken = new Set(declaredHeadings(declaration));
  const found: Record<string, string[]> = {};
  const give = (target: string, headings: readonly string[]): void => {
    for (const heading of headings) {
      if (taken.has(heading)) continue;
      taken.add(heading);
      (found[target] ??= []).push(heading);
    }
  };
  give("ignored", declaration.ignoredHeadings ?? []);
  for (const [target, headings] of meanings(declaration)) give(target, headings);
  return found;
}

/**
 * What the dictionary says of headings that the declaration, or a nearer table, uses otherwise: 完成单位 is an award's
 * first organisation, and beside 第一完成单位 all of them. Only where the first meaning is taken does a second one count.
 */
export function secondMeanings(declaration: LedgerDeclaration): Record<string, string[]> {
  const taken = new Set(declaredHeadings(declaration));
  const found: Record<string, string[]> = {};
  for (const [target, headings] of meanings(declaration)) {
    const second = headings.filter((heading) => taken.has(heading));
    for (const heading of headings) taken.add(heading);
    if (target !== "ignored" && second.length > 0) found[target] = [...(found[target] ?? []), ...second];
  }
  return found;
}

/** Target and headings as the tables have them. */
function meanings(declaration: LedgerDeclaration): (readonly [target: string, headings: readonly string[]])[] {
  // `common` last: its 名称 is a company only where no table of the ledger's own says otherwise.
  const tables = Object.entries(declaration.synonyms ?? {}).sort(
    ([a], [b]) => Number(a === "common") - Number(b === "common"),
  );
  return tables.flatMap(([table, targets]) =>
    (synonymTables[table] ?? []).flatMap(([key, headings]) => {
      const target = targets[key];
      return target === undefined ? [] : [[target, headings] as const];
    }),
  );
}
