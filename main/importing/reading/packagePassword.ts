import { createDecipheriv, hash as digestOf } from "node:crypto";
import { type AgileKey, readAgileInfo } from "./agileInfo.ts";
import type { ReadingLimits } from "./limits.ts";
import { unlockedWith } from "./passwords.ts";
import { refuse } from "./refusals.ts";

/**
 * The .xlsx (or .xlsb) inside an encrypted package: agile and standard encryption ([MS-OFFCRYPTO] 2.3.4).
 * @throws ReadRefusal where the password is missing or wrong, or the encryption another
 */
export async function unlockedPackage(
  info: Buffer,
  encrypted: Buffer,
  password: string | undefined,
  limits: ReadingLimits,
): Promise<Buffer> {
  if (info.length < 8 || encrypted.length < 8) refuse("E-IMP-10", undefined, "EncryptionInfo");
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  if (major === 4 && minor === 4) {
    const agile = await readAgileInfo(info.subarray(8), limits);
    return inOrder(() => unlockedWith(password, (candidate) => openAgile(agile, encrypted, candidate)));
  }
  if (major >= 2 && major <= 4 && minor === 2) {
    return inOrder(() => unlockedWith(password, (candidate) => openStandard(info, encrypted, candidate)));
  }
  return refuse("E-IMP-23", undefined, `encryption ${major}.${minor}`);
}

// Keys and blocks of sizes that no cipher has make the crypto library complain.
function inOrder(work: () => Buffer): Buffer {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.name === "ReadRefusal") throw error;
    return refuse("E-IMP-23", undefined, error instanceof Error ? error.message : String(error));
  }
}

const sized = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const hashed = (algorithm: string, ...parts: readonly Buffer[]): Buffer =>
  digestOf(algorithm, Buffer.concat(parts), "buffer");

function decrypted(cipher: string, key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(cipher, key, iv);
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function spun(algorithm: string, salt: Buffer, password: string, count: number): Buffer {
  let value = hashed(algorithm, salt, Buffer.from(password, "utf16le"));
  for (let at = 0; at < count; at++) value = hashed(algorithm, numberBytes(at), value);
  return value;
}

const blockKeys = {
  verifierInput: Buffer.from("fea7d2763b4b9e79", "hex"),
  verifierValue: Buffer.from("d7aa0f6d3061344e", "hex"),
  key: Buffer.from("146e0be7abacd0d6", "hex"),
} as const;

const segmentBytes = 4_096;

function openAgile({ data, lock }: AgileKey, encrypted: Buffer, password: string): Buffer | null {
  const cipher = `aes-${lock.keyBits}-cbc`;
  const base = spun(lock.hash, lock.salt, password, lock.spins);
  const opened = (blockKey: Buffer, bytes: Buffer): Buffer =>
    decrypted(cipher, sized(hashed(lock.hash, base, blockKey), lock.keyBits / 8), sized(lock.salt, 16), bytes);
  const verifier = hashed(lock.hash, opened(blockKeys.verifierInput, lock.verifierInput).subarray(0, lock.salt.length));
  if (!opened(blockKeys.verifierValue, lock.verifierValue).subarray(0, verifier.length).equals(verifier)) return null;
  const key = opened(blockKeys.key, lock.key).subarray(0, data.keyBits / 8);
  const pieces: Buffer[] = [];
  const body = wholeBlocks(encrypted.subarray(8));
  for (let at = 0; at < body.length; at += segmentBytes) {
    const iv = sized(hashed(data.hash, data.salt, numberBytes(at / segmentBytes)), 16);
    pieces.push(decrypted(`aes-${data.keyBits}-cbc`, key, iv, body.subarray(at, at + segmentBytes)));
  }
  return cutToSize(Buffer.concat(pieces), encrypted);
}

const standardSpins = 50_000;

function openStandard(info: Buffer, encrypted: Buffer, password: string): Buffer | null {
  const headerBytes = info.readUInt32LE(8);
  const at = 12 + headerBytes;
  if (headerBytes < 32 || at + 72 > info.length) refuse("E-IMP-10", undefined, "EncryptionInfo");
  const bits = info.readUInt32LE(28) || 128;
  const isAes = [0x66_0e, 0x66_0f, 0x66_10].includes(info.readUInt32LE(20));
  if (!isAes || ![128, 192, 256].includes(bits)) refuse("E-IMP-23");
  const base = hashed("sha1", spun("sha1", info.subarray(at + 4, at + 20), password, standardSpins), numberBytes(0));
  const half = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    for (const [place, byte] of base.entries()) block[place] = byte ^ fill;
    return hashed("sha1", block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, bits / 8);
  const cipher = `aes-${bits}-ecb`;
  const verifier = hashed("sha1", decrypted(cipher, key, null, info.subarray(at + 20, at + 36)));
  if (
    !decrypted(cipher, key, null, info.subarray(at + 40, at + 72))
      .subarray(0, 20)
      .equals(verifier)
  )
    return null;
  return cutToSize(decrypted(cipher, key, null, wholeBlocks(encrypted.subarray(8))), encrypted);
}

function wholeBlocks(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - (bytes.length % 16));
}

// The size before the cipher; what was added to fill the last block is no part of the file.
function cutToSize(plain: Buffer, encrypted: Buffer): Buffer {
  return plain.subarray(0, encrypted.readUInt32LE(0));
}
