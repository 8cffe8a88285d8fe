import { connectionOf } from "./connection.ts";
import type { Database } from "./handles.ts";
import { factsOf, faultsOf } from "./verify.ts";

/** Looks the whole file over. integrity_check does not see a changed digit; it does see broken pages and indexes. */
export async function checkDatabase(database: Database): Promise<{ ok: boolean; lines: string[] }> {
  return await connectionOf(database).alone((raw) => {
    const faults = faultsOf(raw);
    const { rows, userVersion } = factsOf(raw);
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const facts = `数据版本 ${userVersion}，${Object.keys(rows).length} 张表，共 ${total} 行`;
    return { ok: faults.length === 0, lines: faults.length === 0 ? ["数据文件完好", facts] : [...faults, facts] };
  });
}
