import type { Database } from "../database/open.ts";
import type { ReadWorkbookFunction } from "../importing/stage.ts";
import type { Clock } from "../platform/clock.ts";
import type { Dialogs } from "../platform/dialogs.ts";
import type { Log } from "../platform/log.ts";
import type { Tickets } from "../platform/tickets.ts";

/** Everything a handler may use, built once by `hosts/openProgram.ts`. */
export interface Services {
  readonly host: "electron" | "loopback" | "cli";
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly dialogs: Dialogs;
  readonly tickets: Tickets;
  readonly readWorkbook: ReadWorkbookFunction;
  /** Folder of the sample workbooks. */
  readonly sampleFolder: string;
  /** Where the program itself lies: no place for data. */
  readonly programFolder: string;
  /** The window's folder comes back at the next start. */
  readonly remembers: boolean;
  /** The data folder in use or proposed. */
  folder(): string;
  /** The folder remembered from last time where its data are not found; null once a folder is open. */
  lostFolder(): string | null;
  /** The open database; throws E-PRG-01 before first start. */
  database(): Database;
  /** Null before first start. */
  databaseOrNull(): Database | null;
  /** Opens a data folder (creating the database where asked) and closes the one open before. */
  openFolder(folder: string, create: boolean): Promise<Database>;
}
