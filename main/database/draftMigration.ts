import { ledgerList } from "../../shared/ledgers/index.ts";
import { draftStatements } from "./columns.ts";

// `npm run draft-migration -- projects awards` prints what the tables of these ledgers need; without names, of all.
// A starting point to copy from and to comment: migrations are written by hand and never made by the program.

const wanted = process.argv.slice(2);
for (const declaration of ledgerList) {
  if (wanted.length > 0 && !wanted.includes(declaration.name)) continue;
  console.log(`  // ${declaration.title}`);
  for (const statement of draftStatements(declaration)) console.log(`  sql\`${statement}\`,`);
}
