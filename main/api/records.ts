import { checkRecord } from "../../shared/ledgers/check.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { recordHistory } from "../records/history.ts";
import { listRecords } from "../records/list.ts";
import { lookupRecords } from "../records/lookup.ts";
import { getRecord } from "../records/readRecords.ts";
import { removeRecord, restoreRecord } from "../records/remove.ts";
import { saveRecord } from "../records/save.ts";
import { searchRecords } from "../records/search.ts";
import { valueSources } from "../records/sources.ts";
import { titlesOf } from "../records/titles.ts";
import type { Handlers } from "./handler.ts";

export const records: Handlers<"records"> = {
  list: ({ db }, input) => listRecords(db, input),
  async get({ db }, { ledger, id }) {
    const record = await getRecord(db, ledger, id);
    const declaration = ledgerNamed(ledger);
    return { record, titles: await titlesOf(db, ledger, [record]), issues: checkRecord(declaration, record.values) };
  },
  async save({ tx, at, who }, { ledger, id, version, values, extras }) {
    const saved = await saveRecord(
      tx,
      { at, who, batch: null },
      { ledger, id, version, values, ...(extras === undefined ? {} : { extras }) },
    );
    return await getRecord(tx, ledger, saved.id);
  },
  async remove({ tx, at, who }, { ledger, id, version }) {
    await removeRecord(tx, { at, who, batch: null }, { ledger, id, version });
    return { id };
  },
  async restore({ tx, at, who }, { ledger, id }) {
    await restoreRecord(tx, { at, who, batch: null }, { ledger, id });
    return await getRecord(tx, ledger, id);
  },
  history: ({ db }, { ledger, id }) => recordHistory(db, ledger, id),
  async sources({ db }, { ledger, id }) {
    return (await valueSources(db, ledger, [id])).get(id) ?? {};
  },
  search: ({ db }, input) => searchRecords(db, input),
  lookup: ({ db }, input) => lookupRecords(db, input),
};
