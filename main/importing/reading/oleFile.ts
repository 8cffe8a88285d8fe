import { refuse } from "./refusals.ts";

/** The streams of an OLE compound file ([MS-CFB]) that lie in its root, by lower-case name. */
export interface OleFile {
  /** @throws ReadRefusal where the stream's sectors are not all there. */
  stream(name: string): Buffer | undefined;
  has(name: string): boolean;
}

interface Entry {
  name: string;
  start: number;
  size: number;
}

const lastSector = 0xff_ff_ff_fa; // regular sector numbers end here
const none = 0xff_ff_ff_ff;

/**
 * Opens a compound file. Chains of sectors are followed at most as far as the file has sectors, so a ring ends in a
 * refusal. Streams of embedded objects (a storage each) are not looked at. @throws ReadRefusal
 */
export function openOleFile(bytes: Buffer): OleFile {
  if (bytes.length < 512) refuse("E-IMP-10", undefined, "OLE header");
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) refuse("E-IMP-10", undefined, `OLE sector shift ${shift}`);
  const sectors = sectorReader(bytes, 1 << shift);
  const directory = sectors.chain(bytes.readUInt32LE(48), undefined);
  const entries = rootEntries(directory);
  const mini = miniStream(bytes, directory, sectors);
  const cutoff = bytes.readUInt32LE(56);
  return {
    has: (name) => entries.has(name),
    stream(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      return entry.size < cutoff ? mini(entry) : sectors.chain(entry.start, entry.size);
    },
  };
}

interface Sectors {
  /** The bytes of a chain; without a size, all of it. */
  chain(start: number, size: number | undefined): Buffer;
}

function sectorReader(bytes: Buffer, sectorBytes: number): Sectors {
  const count = Math.ceil(bytes.length / sectorBytes);
  const sector = (number: number): Buffer => {
    const at = (number + 1) * sectorBytes;
    if (number > lastSector || at >= bytes.length) refuse("E-IMP-10", undefined, `OLE sector ${number}`);
    return bytes.subarray(at, at + sectorBytes);
  };
  const table = allocationTable(bytes, count, sector);
  return {
    chain(start, size) {
      const pieces: Buffer[] = [];
      const wanted = size === undefined ? count : Math.ceil(size / sectorBytes);
      if (wanted > count) refuse("E-IMP-10", undefined, "OLE stream longer than the file");
      let number = start;
      for (; pieces.length < wanted && number <= lastSector; number = table[number] ?? none)
        pieces.push(sector(number));
      if (size === undefined && number <= lastSector) refuse("E-IMP-10", undefined, "OLE chain without end");
      const whole = Buffer.concat(pieces);
      if (size !== undefined && whole.length + sectorBytes <= size)
        refuse("E-IMP-10", undefined, "OLE chain too short");
      return size === undefined ? whole : whole.subarray(0, size);
    },
  };
}

// The table's own sectors are listed in the header, and beyond 109 of them in sectors that lead on to each other.
function allocationTable(bytes: Buffer, count: number, sector: (number: number) => Buffer): Uint32Array {
  const numbers: number[] = [];
  for (let at = 76; at < 512; at += 4) numbers.push(bytes.readUInt32LE(at));
  let more = bytes.readUInt32LE(68);
  for (let seen = 0; more <= lastSector && seen < count; seen++) {
    const list = sector(more);
    for (let at = 0; at + 8 <= list.length; at += 4) numbers.push(list.readUInt32LE(at));
    more = list.length >= 4 ? list.readUInt32LE(list.length - 4) : none;
  }
  const table = new Uint32Array(count).fill(none);
  let place = 0;
  for (const number of numbers) {
    if (number > lastSector) continue;
    const part = sector(number);
    for (let at = 0; at + 4 <= part.length && place < count; at += 4) table[place++] = part.readUInt32LE(at);
  }
  return table;
}

const entryBytes = 128;

// The root's children are a binary tree by left and right sibling.
function rootEntries(directory: Buffer): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const count = Math.floor(directory.length / entryBytes);
  if (count === 0) refuse("E-IMP-10", undefined, "OLE directory");
  const seen = new Set<number>();
  const waiting = [directory.readUInt32LE(76)];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number >= count || seen.has(number)) continue;
    seen.add(number);
    const entry = directory.subarray(number * entryBytes, (number + 1) * entryBytes);
    waiting.push(entry.readUInt32LE(68), entry.readUInt32LE(72));
    const nameBytes = Math.min(64, entry.readUInt16LE(64));
    const name = entry.toString("utf16le", 0, Math.max(0, nameBytes - 2)).toLowerCase();
    if (entry[66] === 2 && !found.has(name)) {
      found.set(name, { name, start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) });
    }
  }
  return found;
}

// Small streams lie in sectors of 64 bytes inside the root's own stream.
function miniStream(bytes: Buffer, directory: Buffer, sectors: Sectors): (entry: Entry) => Buffer {
  const miniBytes = 64;
  let whole: Buffer | undefined;
  let table: Buffer | undefined;
  return ({ start, size }) => {
    if (size === 0) return Buffer.alloc(0);
    whole ??= sectors.chain(directory.readUInt32LE(116), directory.readUInt32LE(120));
    table ??= sectors.chain(bytes.readUInt32LE(60), undefined);
    const pieces: Buffer[] = [];
    const wanted = Math.ceil(size / miniBytes);
    for (let number = start; pieces.length < wanted;) {
      if (number * miniBytes >= whole.length) refuse("E-IMP-10", undefined, "OLE mini sector");
      pieces.push(whole.subarray(number * miniBytes, (number + 1) * miniBytes));
      number = number * 4 + 4 <= table.length ? table.readUInt32LE(number * 4) : none;
    }
    return Buffer.concat(pieces).subarray(0, size);
  };
}
