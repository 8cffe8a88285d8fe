// A small writer of OLE compound files for tests; no stream is put into the mini stream.
const sectorBytes = 512;
const endOfChain = 0xff_ff_ff_fe;
const free = 0xff_ff_ff_ff;

/** A compound file with these streams in its root. `ring` makes the first stream's chain lead back to its beginning. */
export function ole(streams: Readonly<Record<string, Uint8Array>>, spoil: { ring?: boolean } = {}): Buffer {
  const names = Object.keys(streams);
  const bodies = names.map((name) => padded(Buffer.from(streams[name] ?? [])));
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const contentSectors = bodies.reduce((sum, body) => sum + body.length / sectorBytes, directorySectors);
  let tableSectors = 1;
  while (tableSectors * 128 < contentSectors + tableSectors) tableSectors++;
  const table = Buffer.alloc(tableSectors * sectorBytes, 0xff);
  let next = 0;
  const chain = (count: number, isTable: boolean): number => {
    const start = next;
    for (let at = 0; at < count; at++, next++) {
      const link = isTable ? 0xff_ff_ff_fd : at === count - 1 ? endOfChain : next + 1;
      table.writeUInt32LE(link, next * 4);
    }
    return start;
  };
  chain(tableSectors, true);
  const directoryStart = chain(directorySectors, false);
  const starts = bodies.map((body) => chain(body.length / sectorBytes, false));
  if (spoil.ring === true) table.writeUInt32LE(directoryStart, directoryStart * 4);
  const directory = Buffer.alloc(directorySectors * sectorBytes);
  entry(directory, 0, "Root Entry", 5, endOfChain, 0, names.length > 0 ? 1 : free);
  for (const [at, name] of names.entries()) {
    const right = at + 1 < names.length ? at + 2 : free;
    entry(directory, at + 1, name, 2, starts[at] ?? 0, streams[name]?.length ?? 0, free, right);
  }
  return Buffer.concat([header(tableSectors, directoryStart), table, directory, ...bodies]);
}

function padded(body: Buffer): Buffer {
  const rest = body.length % sectorBytes;
  return rest === 0 ? body : Buffer.concat([body, Buffer.alloc(sectorBytes - rest)]);
}

function header(tableSectors: number, directoryStart: number): Buffer {
  if (tableSectors > 109) throw new Error("too large for this small writer");
  const bytes = Buffer.alloc(sectorBytes, 0xff);
  bytes.fill(0, 0, 76);
  bytes.write("d0cf11e0a1b11ae1", "hex");
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xff_fe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(tableSectors, 44);
  bytes.writeUInt32LE(directoryStart, 48);
  bytes.writeUInt32LE(0, 56); // no stream is small enough for the mini stream
  bytes.writeUInt32LE(endOfChain, 60);
  bytes.writeUInt32LE(endOfChain, 68);
  for (let at = 0; at < tableSectors; at++) bytes.writeUInt32LE(at, 76 + at * 4);
  return bytes;
}

function entry(
  directory: Buffer,
  place: number,
  name: string,
  type: number,
  start: number,
  size: number,
  child: number,
  right = free,
): void {
  const at = place * 128;
  directory.write(name, at, "utf16le");
  directory.writeUInt16LE((name.length + 1) * 2, at + 64);
  directory[at + 66] = type;
  directory.writeUInt32LE(free, at + 68);
  directory.writeUInt32LE(right, at + 72);
  directory.writeUInt32LE(child, at + 76);
  directory.writeUInt32LE(start, at + 116);
  directory.writeUInt32LE(size, at + 120);
}
