import type { ReadHandle } from "../database/open.ts";
import { readSetting } from "../records/settings.ts";

// Live organisations with all their names, as far as telling them apart needs.

export interface Company {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly name: string;
  readonly creditCode: string | null;
  /** Short name and aliases, without what the whole group is called. */
  readonly otherNames: readonly string[];
}

export async function readCompanies(db: ReadHandle): Promise<Map<string, Company>> {
  const rows = await db
    .selectFrom("organisations")
    .select(["id", "version", "createdAt", "name", "shortName", "creditCode"])
    .where("deletedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const aliases = await aliasesOf(db);
  return new Map(
    rows.map(({ shortName, ...row }) => [
      row.id,
      { ...row, otherNames: [...(shortName === null ? [] : [shortName]), ...(aliases.get(row.id) ?? [])] },
    ]),
  );
}

async function aliasesOf(db: ReadHandle): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("organisationAliases")
    .select(["organisation", "alias", "aliasKind"])
    .where("deletedAt", "is", null)
    .orderBy("id")
    .execute();
  const aliases = new Map<string, string[]>();
  for (const { organisation, alias, aliasKind } of rows) {
    if (aliasKind === "集团称谓") continue;
    aliases.set(organisation, [...(aliases.get(organisation) ?? []), alias]);
  }
  return aliases;
}

/** Pairs that a relation names: mother and daughter are two, however alike their names. Both orders. */
export async function relatedPairs(db: ReadHandle): Promise<Set<string>> {
  const rows = await db
    .selectFrom("organisationRelations")
    .select(["upperOrganisation", "lowerOrganisation"])
    .where("deletedAt", "is", null)
    .execute();
  return new Set(
    rows.flatMap(({ upperOrganisation: upper, lowerOrganisation: lower }) => [
      `${upper} ${lower}`,
      `${lower} ${upper}`,
    ]),
  );
}

/** Names that the bureau's own places go by. */
export async function ownPlaces(db: ReadHandle): Promise<string[]> {
  const district = await readSetting(db, "district");
  return district === null ? [] : [district.name];
}
