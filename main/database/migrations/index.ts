import type { Kysely } from "kysely";
import * as foundationSideTables from "./0001-foundation-side-tables.ts";

/** One step forward, unchangeable once released: no network, clock or random in it, and no way back but the backup. */
export interface Migration {
  /** 1, 2, 3 …: what `user_version` says when it has run. */
  readonly number: number;
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

export const migrations: readonly Migration[] = [
  { number: 1, name: "foundation-side-tables", up: foundationSideTables.up },
];
