/** Run by crash.test.ts: saves batch after batch until it is killed, and says on stdout where it is. */
import { writeSync } from "node:fs";
import { openDatabase } from "../../../main/database/open.ts";
import { saveRecords } from "../../../main/records/save.ts";

const [file = "", size = "0"] = process.argv.slice(2);
const database = await openDatabase(file, { create: false });
const at = "2012-12-31T08:00:00.000Z";
for (let batch = 1; ; batch++) {
  await database.write(async (tx) => {
    writeSync(1, `begun ${batch}\n`);
    const changes = Array.from({ length: Number(size) }, (_, index) => ({
      ledger: "projects",
      id: null,
      values: { title: `第${batch}批${index}`, leader: String(batch), status: [{ stage: "立项", date: "2012" }] },
      source: { batchTable: 1, row: index, raw: [String(index)] },
    }));
    await saveRecords(tx, { at, who: "李四", batch }, changes);
  });
  writeSync(1, `saved ${batch}\n`);
}
