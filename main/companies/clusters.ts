import { setImmediate as breathe } from "node:timers/promises";
import type { ReadHandle } from "../database/open.ts";
import { nearNames } from "../names/nearNames.ts";
import { countiesIn } from "../names/places.ts";
import { detailsFor } from "../records/details.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { referrersOf } from "../records/referrers.ts";
import type { ClusteredCompany, CompanyCluster, LedgerCount } from "../../shared/api/companies.ts";
import { type Company, ownPlaces, readCompanies, relatedPairs } from "./companies.ts";
import { readDistinctNames } from "./distinctNames.ts";
import { gatherClusters, type NearPair } from "./gatherClusters.ts";

const MOST = 200;
/** Companies between two rests of the event loop. */
const CHUNK = 100;

/** Organisations that may be one, the likeliest first. */
export async function companyClusters(db: ReadHandle): Promise<{ total: number; clusters: CompanyCluster[] }> {
  const companies = await readCompanies(db);
  const pairs = await nearPairs(db, companies);
  const groups = gatherClusters(pairs);
  const shown = groups.slice(0, MOST);
  const refs = [...new Set(shown.flatMap(({ ids }) => ids))].map((id) => ({ ledger: "organisations", id }));
  const details = await detailsFor(db, refs);
  const counts = await referrerCounts(
    db,
    refs.map(({ id }) => id),
  );
  const clusters = shown.map(({ ids, score, why }): CompanyCluster => {
    const some = ids
      .flatMap((id) => companies.get(id) ?? [])
      .map((company): ClusteredCompany => {
        const { id, version, name, otherNames } = company;
        return {
          id,
          version,
          name,
          detail: details.get(id) ?? "",
          otherNames: [...otherNames],
          referrers: counts.get(id) ?? [],
        };
      });
    return { companies: some.toSorted((a, b) => weight(b, companies) - weight(a, companies)), score, why };
  });
  return { total: groups.length, clusters };
}

/** The one with a code and with the most behind it stays; of two stubs the longer name. */
function weight({ id, referrers, name }: ClusteredCompany, companies: ReadonlyMap<string, Company>): number {
  const coded = companies.get(id)?.creditCode == null ? 0 : 1_000_000;
  return coded + referrers.reduce((sum, { count }) => sum + count, 0) * 100 + name.length;
}

async function nearPairs(db: ReadHandle, companies: ReadonlyMap<string, Company>): Promise<NearPair[]> {
  const related = await relatedPairs(db);
  const distinct = await readDistinctNames(db);
  const all = [...companies.values()].flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const index = nearNames([...(await ownPlaces(db)), ...countiesIn(all)]);
  const best = new Map<string, NearPair>();
  let done = 0;
  for (const company of companies.values()) {
    const names = [company.name, ...company.otherNames];
    for (const name of names) {
      for (const { id, score, why } of index.find(name, 50)) {
        const other = companies.get(id);
        if (other === undefined || related.has(`${id} ${company.id}`) || areTwo(company, other)) continue;
        if (distinct.has(company.name, other.name)) continue;
        const key = `${id} ${company.id}`;
        if (score > (best.get(key)?.score ?? 0)) best.set(key, { one: id, other: company.id, score, why });
      }
    }
    for (const name of names) index.add(company.id, name);
    if (++done % CHUNK === 0) await breathe();
  }
  return [...best.values()];
}

function areTwo(a: Company, b: Company): boolean {
  return a.creditCode !== null && b.creditCode !== null && a.creditCode !== b.creditCode;
}

/** Live records that point at each of these organisations. */
async function referrerCounts(db: ReadHandle, ids: readonly string[]): Promise<Map<string, LedgerCount[]>> {
  const byTarget = Map.groupBy(await referrersOf(db, "organisations", ids), ({ target }) => target);
  return new Map(
    [...byTarget].map(([target, some]) => {
      const byLedger = Map.groupBy(some, ({ ledger }) => ledger);
      return [
        target,
        [...byLedger].map(([ledger, records]) => ledgerCount(ledger, new Set(records.map(({ id }) => id)).size)),
      ];
    }),
  );
}

export function ledgerCount(ledger: string, count: number): LedgerCount {
  return { ledger, title: ledgerNamed(ledger).title, count };
}
