import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProblemError } from "../../shared/problems/problem.ts";
import { databaseFile } from "../api/dataFolder.ts";
import { createRouter, type Dispatch } from "../api/router.ts";
import type { Services } from "../api/services.ts";
import { type Database, openDatabase } from "../database/open.ts";
import { closeIdleReader } from "../importing/reading/readerPool.ts";
import { rememberingPasswords } from "../importing/rememberPasswords.ts";
import { readWorkbook } from "../importing/reading/readWorkbook.ts";
import type { ReadWorkbookFunction } from "../importing/stage.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { type Dialogs, noDialogs } from "../platform/dialogs.ts";
import { proposedFolder, rememberFolder } from "../platform/folders.ts";
import { createLog } from "../platform/log.ts";
import { createTickets } from "../platform/tickets.ts";

// The only place where things are wired. Hosts give what they alone know: who they are, where data lie, how to ask.

export interface ProgramOptions {
  readonly host: Services["host"];
  /** The data folder, or null to propose one. */
  readonly folder: string | null;
  /** remember: the window's folder comes back at the next start; the command line names its own each time. */
  readonly remember?: boolean;
  readonly dialogs?: Dialogs;
  readonly clock?: Clock;
  readonly readWorkbook?: ReadWorkbookFunction;
}

export interface Program {
  readonly services: Services;
  readonly dispatch: Dispatch;
  close(): Promise<void>;
}

/** Builds the services and opens the data folder where it holds data; a missing one waits for first start. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const clock = options.clock ?? systemClock;
  let folder = options.folder ?? proposedFolder();
  let database: Database | null = null;
  // A remembered folder without data is a loss, or a disk that is not there: never silently a first start.
  const lost =
    options.remember === true && options.folder !== null && !existsSync(databaseFile(folder)) ? folder : null;

  const services: Services = {
    host: options.host,
    version: packageVersion(),
    clock,
    dialogs: options.dialogs ?? noDialogs,
    log: createLog(() => (database === null ? null : folder), clock),
    tickets: createTickets(),
    readWorkbook: rememberingPasswords(options.readWorkbook ?? readWorkbook),
    sampleFolder: resource("sample/workbooks"),
    programFolder: projectRoot(),
    remembers: options.remember === true,
    folder: () => folder,
    lostFolder: () => (database === null ? lost : null),
    databaseOrNull: () => database,
    database() {
      if (database !== null) return database;
      throw new ProblemError({
        kind: "refused",
        code: "E-PRG-01",
        message: "还没有建立数据。请先新建数据，或打开已有的数据文件夹。",
      });
    },
    async openFolder(next, create) {
      const opened = await openDatabase(databaseFile(next), { create, host: options.host, clock });
      await database?.close();
      database = opened;
      folder = next;
      try {
        if (options.remember === true) rememberFolder(next);
      } catch (error) {
        // The data are open and usable; only the next start will ask for the folder again.
        services.log.fault(error);
      }
      return opened;
    },
  };
  if (existsSync(databaseFile(folder))) await services.openFolder(folder, false);
  return {
    services,
    dispatch: createRouter(services),
    async close() {
      closeIdleReader();
      await database?.close();
      database = null;
    },
  };
}

/** A file under resources/, from the sources or from a bundle under build/. */
export function resource(name: string): string {
  return join(projectRoot(), "resources", name);
}

/** The folder that holds package.json: the project, or the package inside an installer. */
export function projectRoot(): string {
  let place = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(place, "package.json")) && dirname(place) !== place) place = dirname(place);
  return place;
}

function packageVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"));
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "0";
}
