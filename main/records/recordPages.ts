import type { ListInput, RecordPage } from "../../shared/api/api.ts";
import type { ReadHandle } from "../database/open.ts";
import { listRecords } from "./list.ts";

/** Records fetched at a time, so that a large ledger is never whole in memory. */
const PAGE = 2000;

/** All pages of a list, one after the other. */
export async function* recordPages(
  db: ReadHandle,
  list: Omit<ListInput, "offset" | "limit">,
): AsyncGenerator<RecordPage> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await listRecords(db, { ...list, offset, limit: PAGE });
    yield page;
    if (offset + PAGE >= page.total) return;
  }
}
