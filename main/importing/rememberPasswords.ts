import { contentHash } from "./contentHash.ts";
import type { ReadResult } from "./reading/readWorkbook.ts";

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

/**
 * Reads workbooks, and opens a locked one again with the password that opened it before, as long as the program runs:
 * its original is shown many times over. Passwords stay in memory; they are neither stored nor logged.
 */
export function rememberingPasswords(read: (source: Source) => Promise<ReadResult>): typeof read {
  const known = new Map<string, string>();
  return async (source) => {
    const result = await read(source);
    if (source.password !== undefined && result.ok) known.set(contentHash(source.bytes), source.password);
    if (result.ok || result.needsPassword !== true || source.password !== undefined) return result;
    const password = known.get(contentHash(source.bytes));
    return password === undefined ? result : await read({ ...source, password });
  };
}
