import { applyBatch } from "../importing/apply.ts";
import { batchReport, discardBatch, listBatches } from "../importing/batches.ts";
import { decideRows } from "../importing/applyDecisions.ts";
import { sheetView } from "../importing/sheetView.ts";
import { listRows } from "../importing/stagedRowViews.ts";
import { openStored, pageOf } from "../importing/storedSheets.ts";
import { stageFile } from "../importing/stage.ts";
import { takeBack } from "../importing/takeBack.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { readSetting } from "../records/settings.ts";
import type { TicketedFile } from "../platform/tickets.ts";
import type { Handlers } from "./handler.ts";
import type { Services } from "./services.ts";

export const importing: Handlers<"importing"> = {
  async stage({ services }, { tickets, ledger, year }) {
    const database = services.database();
    const who = (await readSetting(database.read, "operator")) ?? "未登记";
    // All looked up before the first is staged, so that one that is gone leaves nothing of the others behind.
    const files = tickets.map((ticket) => fileUnder(services, ticket));
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
  apply: ({ tx, at, who }, { batch }) => applyBatch(tx, { at, who, batch }, batch),
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
  async sheetPage({ services }, { fileHash, ...page }) {
    return pageOf(await openStored(services.database().read, services.readWorkbook, fileHash), page);
  },
  sheetView: ({ services }, input) => sheetView(services.database().read, services.readWorkbook, input),
};

function fileUnder({ tickets }: Services, ticket: string): TicketedFile {
  const file = tickets.open(ticket);
  if (file !== undefined) return file;
  throw new ProblemError({
    kind: "notFound",
    code: "E-IMP-98",
    message: "所选文件已失效。数据未改动，请重新选择文件。",
  });
}
