import { companyClusters } from "../companies/clusters.ts";
import { addDistinctNames, removeDistinctNames } from "../companies/distinctNames.ts";
import { mergeCompanies } from "../companies/merge.ts";
import { mergePreview } from "../companies/mergePreview.ts";
import { listMerges } from "../companies/merges.ts";
import { unmergeCompanies } from "../companies/unmerge.ts";
import type { ReadHandle } from "../database/open.ts";
import { getRecord } from "../records/readRecords.ts";
import type { Handlers } from "./handler.ts";

export const companies: Handlers<"companies"> = {
  clusters: ({ db }) => companyClusters(db),
  mergePreview: ({ db }, input) => mergePreview(db, input),
  merge: ({ tx, at, who }, input) => mergeCompanies(tx, { at, who, batch: null }, input),
  merges: ({ db }) => listMerges(db),
  unmerge: ({ tx, at, who }, { merge }) => unmergeCompanies(tx, { at, who, batch: null }, merge),
  async notSame({ tx, at, who }, { ids }) {
    return { pairs: await addDistinctNames(tx, { at, who }, await namesOf(tx, ids)) };
  },
  async maybeSame({ tx }, { ids }) {
    return { pairs: await removeDistinctNames(tx, await namesOf(tx, ids)) };
  },
};

async function namesOf(db: ReadHandle, ids: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const id of ids) names.push(String((await getRecord(db, "organisations", id)).values["name"]));
  return names;
}
