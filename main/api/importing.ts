import type { ReadHandle } from "../database/open.ts";
import { applyBatchApart, type Applying } from "../importing/apply.ts";
import { batchReport, discardBatch, listBatches } from "../importing/batches.ts";
import { decideRows } from "../importing/applyCounts.ts";
import { sheetView } from "../importing/sheetView.ts";
import { settleRow } from "../importing/applyWaiting.ts";
import { waitingRows } from "../importing/stagedWaiting.ts";
import { listRows } from "../importing/stagedRowViews.ts";
import { openStored, pageOf } from "../importing/storedSheets.ts";
import { stageFile } from "../importing/stage.ts";
import { stageAgain } from "../importing/stageAgain.ts";
import { rememberRecipe } from "../importing/storedRecipes.ts";
import { takeBack } from "../importing/takeBack.ts";
import { readSetting } from "../records/settings.ts";
import { workbookForSender } from "./errorWorkbook.ts";
import { fileUnder } from "./fileUnder.ts";
import type { Handlers } from "./handler.ts";
import { recipes } from "./recipes.ts";
import { words } from "./words.ts";

export const importing: Handlers<"importing"> = {
  ...recipes,
  ...words,
  async stage({ services }, { tickets, ledger, year, passwords }) {
    const database = services.database();
    const who = await operator(database.read);
    // All looked up before the first is staged, so that one that is gone leaves nothing of the others behind.
    const files = tickets.map((ticket) => {
      const password = passwords?.[ticket];
      return { ...fileUnder(services, ticket), ...(password === undefined ? {} : { password }) };
    });
    const reports = [];
    for (const file of files) {
      reports.push(
        await stageFile(
          { database, clock: services.clock, readWorkbook: services.readWorkbook },
          { ...file, who, ...(ledger === undefined ? {} : { ledger }), ...(year === undefined ? {} : { year }) },
        ),
      );
    }
    return reports;
  },
  async restage({ services }, input) {
    const database = services.database();
    const { clock, readWorkbook } = services;
    return await stageAgain({ database, clock, readWorkbook }, { ...input, who: await operator(database.read) });
  },
  async apply({ services }, { batch }) {
    const { clock } = services;
    const database = services.database();
    const along: Applying["along"] = async (tx, at, { layouts = [] }) => {
      for (const layout of layouts) await rememberRecipe(tx, at, layout);
    };
    return await applyBatchApart(
      database,
      { who: await operator(database.read), now: () => clock.now(), along },
      batch,
    );
  },
  async discard({ tx }, { batch }) {
    await discardBatch(tx, batch);
    return { batch };
  },
  async takeBack({ tx, at, who }, { batch }) {
    return await takeBack(tx, { at, who, batch }, batch);
  },
  batches: ({ db }) => listBatches(db),
  report: ({ db }, { batch }) => batchReport(db, batch),
  rows: ({ db }, input) => listRows(db, input),
  decide: ({ tx }, { batch, decisions }) => decideRows(tx, batch, decisions),
  waiting: ({ db }) => waitingRows(db),
  async settle({ tx, at, who }, { batch, decision, more }) {
    await settleRow(tx, { at, who, batch }, batch, decision, more);
    return await waitingRows(tx);
  },
  async errorWorkbook({ db, services }, { batch, password }) {
    const file = await workbookForSender(db, services, batch, password);
    return { ticket: services.tickets.issue(file), name: file.name };
  },
  async sheetPage({ services }, { fileHash, password, ...page }) {
    return pageOf(await openStored(services.database().read, services.readWorkbook, fileHash, password), page);
  },
  sheetView: ({ services }, input) => sheetView(services.database().read, services.readWorkbook, input),
};

async function operator(db: ReadHandle): Promise<string> {
  return (await readSetting(db, "operator")) ?? "未登记";
}
