import { randomFillSync } from "node:crypto";

// UUIDv7 (RFC 9562 §5.7): milliseconds, then a counter, then chance. Ids made one after the other sort in that order,
// so rows of one import lie together in every index.

const pool = new Uint8Array(8192);
let used = pool.length;
let lastMoment = 0;
let counter = 0;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const at = (byte: number): string => hex[byte & 255] ?? "";

/** A new id, greater than every one that this process made before. `now` is in milliseconds since 1970. */
export function newId(now: number = Date.now()): string {
  if (now > lastMoment) {
    lastMoment = now;
    counter = next() & 0x3f;
  } else if (++counter > 0xfff) {
    // More than the counter holds in one millisecond (or a clock set back): borrow the next millisecond.
    lastMoment += 1;
    counter = 0;
  }
  const high = Math.floor(lastMoment / 0x1_0000_0000);
  const low = lastMoment % 0x1_0000_0000;
  return (
    `${at(high >>> 8)}${at(high)}${at(low >>> 24)}${at(low >>> 16)}-${at(low >>> 8)}${at(low)}` +
    `-${at(0x70 | (counter >>> 8))}${at(counter)}-${at(0x80 | (next() & 0x3f))}${at(next())}` +
    `-${at(next())}${at(next())}${at(next())}${at(next())}${at(next())}${at(next())}`
  );
}

function next(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool[used++] ?? 0;
}
