// A small zip writer for tests: archives as they should be, and as they should not.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  name: string;
  data: Uint8Array | string;
  /** Deflated; otherwise stored. */
  packed?: boolean;
  /** Deflated by the caller, in place of `data`. */
  deflated?: { bytes: Buffer; size: number; crc: number };
  /** Lies for the headers. */
  crc?: number;
  declaredSize?: number;
  flags?: number;
  /** Local header of the part at this place instead of an own one: shares its bytes. */
  sharesBytesOf?: number;
}

/** The bytes of an archive with these parts, in this order. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (const part of parts) {
    const raw = typeof part.data === "string" ? Buffer.from(part.data) : Buffer.from(part.data);
    const body = part.deflated?.bytes ?? (part.packed === true ? deflateRawSync(raw) : raw);
    const name = Buffer.from(part.name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE((part.flags ?? 0) | 0x08_00, 2);
    header.writeUInt16LE(part.packed === true || part.deflated !== undefined ? 8 : 0, 4);
    header.writeUInt32LE(part.crc ?? part.deflated?.crc ?? crc32(raw), 10);
    header.writeUInt32LE(body.length, 14);
    header.writeUInt32LE(part.declaredSize ?? part.deflated?.size ?? raw.length, 18);
    header.writeUInt16LE(name.length, 22);
    const shared = part.sharesBytesOf === undefined ? undefined : offsets[part.sharesBytesOf];
    const offset = shared ?? end;
    offsets.push(offset);
    if (shared === undefined) {
      const block = Buffer.concat([Buffer.from("PK\u0003\u0004"), header, name, body]);
      local.push(block);
      end += block.length;
    }
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), header, tail(offset), name]));
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endRecord(parts.length, directory.length, end)]);
}

// The fields of a central header after the name's and the extra field's length.
function tail(offset: number): Buffer {
  const fields = Buffer.alloc(14);
  fields.writeUInt32LE(offset, 10);
  return fields;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\u0005\u0006", "latin1");
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
