import { createHash } from "node:crypto";
import { afterRecord, biff, type BiffRecord, recordAt } from "./biffRecords.ts";
import { unlockedWith } from "./passwords.ts";
import { rc4Applied, rc4Stream } from "./rc4.ts";
import { refuse } from "./refusals.ts";
import { xorArray, xorVerifier } from "./xorCipher.ts";

/** Deciphers the data of one record in place, which stands at `at` in the stream; the first `clear` bytes stay. */
type Decipher = (data: Buffer, at: number, clear: number) => void;

/**
 * The workbook stream as it reads without its cipher ([MS-XLS] 2.2.10): XOR, RC4 and RC4 CryptoAPI. A stream without
 * a FILEPASS record comes back as it is. @throws ReadRefusal where the password is missing or wrong
 */
export function decipheredWorkbook(stream: Buffer, password: string | undefined): Buffer {
  const filePass = filePassOf(stream);
  if (filePass === null) return stream;
  const decipher = unlockedWith(password, (candidate) => decipherOf(stream, filePass.data, candidate));
  const plain = Buffer.from(stream);
  // Its own record stays where it is, as one that nobody knows: places in the stream must not move.
  plain.writeUInt16LE(0, filePass.at);
  for (let record = recordAt(plain, 0); record !== null; record = recordAt(plain, afterRecord(record))) {
    if (!inClear.has(record.type)) decipher(record.data, record.at + 4, record.type === biff.boundSheet ? 4 : 0);
  }
  return plain;
}

// BOF, (the former) FILEPASS, INTERFACEHDR, RRDINFO, RRDHEAD, USREXCL, FILELOCK.
const inClear = new Set<number>([biff.bof, 0, 0x00e1, 0x0196, 0x0138, 0x0194, 0x0195]);

function filePassOf(stream: Buffer): BiffRecord | null {
  let record = recordAt(stream, 0);
  // It stands second; only a mark of write protection or of a template may come before it.
  for (let seen = 0; record !== null && seen < 8; seen++) {
    if (record.type === biff.filePass) return record;
    if (record.type === biff.eof) return null;
    record = recordAt(stream, afterRecord(record));
  }
  return null;
}

/** Null where the password is not the one. */
function decipherOf(stream: Buffer, data: Buffer, password: string): Decipher | null {
  const isBiff8 = stream.readUInt16LE(4) === 0x0600;
  if (!isBiff8 || data.length < 54) {
    const at = isBiff8 ? 2 : 0;
    if (data.length < at + 4) refuse("E-IMP-23");
    if (isBiff8 && data.readUInt16LE(0) !== 0) refuse("E-IMP-23");
    return xorVerifier(password) === data.readUInt16LE(at + 2) ? xorDecipher(password) : null;
  }
  const [major, minor] = [data.readUInt16LE(2), data.readUInt16LE(4)];
  if (data.readUInt16LE(0) !== 1) refuse("E-IMP-23");
  if (major === 1 && minor === 1) return rc4Decipher(data, password);
  if (major >= 2 && major <= 4 && minor === 2) return cryptoApiDecipher(data, password);
  return refuse("E-IMP-23");
}

function xorDecipher(password: string): Decipher {
  const array = xorArray(password);
  return (data, at, clear) => {
    for (let place = clear; place < data.length; place++) {
      const byte = (data[place] ?? 0) ^ (array[(at + data.length + place) & 15] ?? 0);
      data[place] = ((byte >> 5) | (byte << 3)) & 0xff;
    }
  };
}

const blockBytes = 1_024;

// The key changes every 1,024 bytes of the stream; headers use up their part of the key stream too.
function blockDecipher(keyOf: (block: number) => Buffer): Decipher {
  let block = -1;
  let keys: Buffer = Buffer.alloc(0);
  return (data, at, clear) => {
    for (let place = clear; place < data.length; place++) {
      const position = at + place;
      if (position >> 10 !== block) {
        block = position >> 10;
        keys = rc4Stream(keyOf(block))(blockBytes);
      }
      data[place] = (data[place] ?? 0) ^ (keys[position & 1_023] ?? 0);
    }
  };
}

const hashed = (algorithm: "md5" | "sha1", ...parts: readonly Buffer[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

// [MS-OFFCRYPTO] 2.3.6: a key of 40 bits.
function rc4Decipher(data: Buffer, password: string): Decipher | null {
  const salt = data.subarray(6, 22);
  const short = hashed("md5", Buffer.from(password, "utf16le")).subarray(0, 5);
  const base = hashed("md5", ...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, 5);
  const keyOf = (block: number): Buffer => hashed("md5", base, numberBytes(block));
  const stream = rc4Stream(keyOf(0));
  const verifier = rc4Applied(stream, data.subarray(22, 38));
  const isRight = hashed("md5", verifier).equals(rc4Applied(stream, data.subarray(38, 54)));
  return isRight ? blockDecipher(keyOf) : null;
}

// [MS-OFFCRYPTO] 2.3.5: a key of 40 to 128 bits.
function cryptoApiDecipher(data: Buffer, password: string): Decipher | null {
  const headerBytes = data.readUInt32LE(10);
  const verifierAt = 14 + headerBytes;
  if (headerBytes < 32 || verifierAt + 60 > data.length) refuse("E-IMP-23");
  if (data.readUInt32LE(22) !== 0x68_01) refuse("E-IMP-23");
  const bits = data.readUInt32LE(30) || 40;
  if (bits < 40 || bits > 128 || bits % 8 !== 0) refuse("E-IMP-23");
  const salt = data.subarray(verifierAt + 4, verifierAt + 20);
  const base = hashed("sha1", salt, Buffer.from(password, "utf16le"));
  const keyOf = (block: number): Buffer => {
    const key = hashed("sha1", base, numberBytes(block)).subarray(0, bits / 8);
    // Keys of 40 bits are filled up with zeros to 128.
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const stream = rc4Stream(keyOf(0));
  const verifier = rc4Applied(stream, data.subarray(verifierAt + 20, verifierAt + 36));
  const hash = rc4Applied(stream, data.subarray(verifierAt + 40, verifierAt + 60));
  return hashed("sha1", verifier).equals(hash) ? blockDecipher(keyOf) : null;
}
