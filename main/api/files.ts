import { exportLedger } from "../exporting/exportLedger.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import { extraFields } from "../records/extraFields.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { recordPages } from "../records/recordPages.ts";
import type { Handlers } from "./handler.ts";
import { templateFile } from "./template.ts";

export const files: Handlers<"files"> = {
  // The one path that crosses: the folder is the person's to see, and placeForData looks at it again.
  async choose({ services }, { kind }) {
    return (await services.dialogs.choose(kind)).map((path) => ({ ticket: path, name: path, size: 0 }));
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
  async template({ db, services }, input) {
    const file = await templateFile(db, services, input);
    return { ticket: services.tickets.issue(file), name: file.name };
  },
};
