import { readDistinctNames } from "../companies/distinctNames.ts";
import type { ReadHandle } from "../database/open.ts";
import { alikeNames } from "./alikeNames.ts";
import type { Known } from "./knownRecords.ts";
import type { Pause } from "./pause.ts";

/** Makes known, before a file's rows are taken in, which stored organisations a new name may mean. */
export async function loadAlike(db: ReadHandle, known: Known, pause: Pause): Promise<void> {
  const organisations = known.get("organisations");
  if (organisations === undefined) return;
  const alike = await alikeNames(organisations, await readDistinctNames(db), pause);
  if (alike !== undefined) organisations.alike = alike;
}
