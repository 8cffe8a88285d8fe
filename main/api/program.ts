import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ProblemError } from "../../shared/problems/problem.ts";
import { backupNow, copyTo, lastBackup } from "../database/backup.ts";
import { checkDatabase } from "../database/checkDatabase.ts";
import { importFiles } from "../importing/importFiles.ts";
import { tally } from "../records/counts.ts";
import { databaseFile, holdsData, placeForData } from "./dataFolder.ts";
import { addTerm, allTerms } from "../records/terms.ts";
import { addExtraField, extraFields } from "../records/extraFields.ts";
import { readSetting, writeSetting } from "../records/settings.ts";
import { lastChange, lastSaved } from "../records/changes.ts";
import type { ReadHandle } from "../database/open.ts";
import type { Handlers } from "./handler.ts";
import type { Services } from "./services.ts";
import type { ProgramState } from "../../shared/api/api.ts";

export const program: Handlers<"program"> = {
  state: ({ services }) => state(services, services.databaseOrNull()?.read ?? null),
  async create({ services }, { name, code, year, sample, folder: asked }) {
    const folder = placeForData(services, asked ?? services.folder());
    const begun = services.databaseOrNull();
    // A first start that was cut short left a data file without a district: it goes on in the same folder.
    const unfinished =
      begun !== null && folder === services.folder() && (await readSetting(begun.read, "district")) === null;
    if (!unfinished && holdsData(folder)) {
      throw refused("E-PRG-02", "这个文件夹里已有科绩数据，没有改动它。请打开它，或另选一个空文件夹。");
    }
    const database = unfinished ? begun : await services.openFolder(folder, true);
    await database.write((tx) => writeSetting(tx, "district", { name, code, year, office: `${name}科学技术局` }));
    if (sample) {
      await importFiles(
        { database, clock: services.clock, readWorkbook: services.readWorkbook },
        { paths: [services.sampleFolder], who: "示例数据" },
      );
    }
    return await state(services, database.read);
  },
  async connect({ services }, { folder: asked }) {
    const folder = placeForData(services, asked);
    const open = services.databaseOrNull();
    if (open !== null && folder === services.folder()) return await state(services, open.read);
    if (!holdsData(folder)) {
      throw refused("E-DB-03", `“${folder}”里没有科绩数据，没有做任何改动。请核对位置，或新建数据。`);
    }
    const database = await services.openFolder(folder, false);
    return await state(services, database.read);
  },
  async move({ services }, { folder: asked }) {
    const folder = placeForData(services, asked);
    if (holdsData(folder)) {
      throw refused("E-PRG-02", "这个文件夹里已有科绩数据，没有改动它。请另选一个空文件夹。");
    }
    // A verified copy first; the old file stays where it is, so that nothing can be lost on the way.
    const old = services.database();
    const last = await lastChange(old.read);
    await copyTo(old, databaseFile(folder), services.clock.now());
    // What was saved while the copy was made and checked is not in it.
    if ((await lastChange(old.read)) !== last) {
      await rm(databaseFile(folder));
      throw refused("E-PRG-07", "移动期间有新的改动，没有移动。数据都在原处；请等保存或导入结束后再移动。");
    }
    const database = await services.openFolder(folder, false);
    return await state(services, database.read);
  },
  async setOperator({ tx, services }, { operator }) {
    await writeSetting(tx, "operator", operator);
    return await state(services, tx);
  },
  dictionaries: ({ db }) => allTerms(db),
  async addTerm({ tx }, { dictionary, ...term }) {
    await addTerm(tx, dictionary, term);
    return (await allTerms(tx))[dictionary] ?? [];
  },
  extraFields: ({ db }, { ledger }) => extraFields(db, ledger),
  async addExtraField({ tx }, input) {
    await addExtraField(tx, input);
    return await extraFields(tx, input.ledger);
  },
  backup: ({ services }) => backupNow(services.database(), join(services.folder(), "backups"), services.clock.now()),
  async check({ services }) {
    return await checkDatabase(services.database());
  },
};

/** Before first start there is no database: the window then shows the assistant. */
async function state(services: Services, db: ReadHandle | null): Promise<ProgramState> {
  const place = {
    lostFolder: services.lostFolder(),
    version: services.version,
    folder: services.folder(),
    host: services.host,
  };
  if (db === null) {
    return {
      ...place,
      district: null,
      operator: "",
      years: [],
      counts: {},
      lastSavedAt: null,
      lastBackupAt: null,
    };
  }
  return {
    ...place,
    district: await readSetting(db, "district"),
    operator: (await readSetting(db, "operator")) ?? "未登记",
    ...(await tally(db)),
    lastSavedAt: await lastSaved(db),
    lastBackupAt: lastBackup(join(services.folder(), "backups")),
  };
}

function refused(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "refused", code, message });
}
