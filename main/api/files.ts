import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { exportLedger } from "../exporting/exportLedger.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import { extraFields } from "../records/extraFields.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { recordPages } from "../records/recordPages.ts";
import type { Handlers } from "./handler.ts";

export const files: Handlers<"files"> = {
  async choose({ services }, { kind }) {
    const paths = await services.dialogs.choose(kind);
    if (kind === "dataFolder") return paths.map((path) => ({ ticket: path, name: path, size: 0 }));
    return await Promise.all(
      paths.map(async (path) => {
        const bytes = await readFile(path);
        const name = basename(path);
        return { ticket: services.tickets.issue({ name, bytes }), name, size: bytes.length };
      }),
    );
  },
  async exportLedger({ db, services }, { ledger, list }) {
    const declaration = ledgerNamed(ledger);
    const extras = Object.fromEntries(
      (await extraFields(db, ledger)).map((extra) => [extra.name, fieldOfExtra(extra)]),
    );
    const bytes = await exportLedger(declaration, extras, recordPages(db, { ...list, ledger }));
    const name = `${declaration.title}.xlsx`;
    return { ticket: services.tickets.issue({ name, bytes }), name };
  },
};
