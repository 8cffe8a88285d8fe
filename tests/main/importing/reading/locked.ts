// Locks workbooks for tests, the other way round from what the reader does, after [MS-OFFCRYPTO] and [MS-XLS].
import { createCipheriv, createHash } from "node:crypto";
import { fields, record } from "../../../support/biff.ts";
import { ole } from "../../../support/ole.ts";
import { rc4Applied, rc4Stream } from "../../../../main/importing/reading/rc4.ts";
import { xorArray, xorVerifier } from "../../../../main/importing/reading/xorCipher.ts";

export const everybodysPassword = "VelvetSweatshop";
const salt = Buffer.from("00112233445566778899aabbccddeeff", "hex");
const verifier = Buffer.from("0123456789abcdef0123456789abcdef", "hex");

const hash = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer => {
  const whole = createHash(algorithm);
  for (const part of parts) whole.update(part);
  return whole.digest();
};
const number = (value: number): Buffer => fields(["u32", value]);

function encrypted(cipher: string, key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const whole = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  const aes = createCipheriv(cipher, key, iv);
  aes.setAutoPadding(false);
  return Buffer.concat([aes.update(whole), aes.final()]);
}

function spun(algorithm: string, password: string, count: number): Buffer {
  let value = hash(algorithm, salt, Buffer.from(password, "utf16le"));
  for (let at = 0; at < count; at++) value = hash(algorithm, number(at), value);
  return value;
}

function sizedPackage(bytes: Buffer, body: Buffer): Buffer {
  return Buffer.concat([fields(["u32", bytes.length], ["u32", 0]), body]);
}

/** Standard encryption (Office 2007): AES-128, SHA-1. */
export function standardLocked(bytes: Buffer, password: string): Buffer {
  const base = hash("sha1", spun("sha1", password, 50_000), number(0));
  const half = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    for (const [at, byte] of base.entries()) block[at] = byte ^ fill;
    return hash("sha1", block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, 16);
  const header = fields(
    ["u32", 0x24],
    ["u32", 0],
    ["u32", 0x66_0e],
    ["u32", 0x80_04],
    ["u32", 128],
    ["u32", 0x18],
    ["u32", 0],
    ["u32", 0],
    Buffer.from("AES\0", "utf16le"),
  );
  const check = encrypted("aes-128-ecb", key, null, hash("sha1", verifier));
  const info = fields(
    ["u16", 4],
    ["u16", 2],
    ["u32", 0x24],
    ["u32", header.length],
    header,
    ["u32", 16],
    salt,
    encrypted("aes-128-ecb", key, null, verifier),
    ["u32", 20],
    check,
  );
  return ole({
    EncryptionInfo: info,
    EncryptedPackage: sizedPackage(bytes, encrypted("aes-128-ecb", key, null, bytes)),
  });
}

/** Agile encryption (Office 2010 and later): AES-256, SHA-512. */
export function agileLocked(bytes: Buffer, password: string, spins = 1_000): Buffer {
  const base = spun("sha512", password, spins);
  const lock = (block: string, plain: Buffer): string =>
    encrypted("aes-256-cbc", hash("sha512", base, Buffer.from(block, "hex")).subarray(0, 32), salt, plain).toString(
      "base64",
    );
  const key = hash("sha256", Buffer.from("key"));
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 4_096) {
    const iv = hash("sha512", salt, number(at / 4_096)).subarray(0, 16);
    pieces.push(encrypted("aes-256-cbc", key, iv, bytes.subarray(at, at + 4_096)));
  }
  const common = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${salt.toString("base64")}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${spins}" ${common} encryptedVerifierHashInput="${lock("fea7d2763b4b9e79", verifier)}" encryptedVerifierHashValue="${lock("d7aa0f6d3061344e", hash("sha512", verifier))}" encryptedKeyValue="${lock("146e0be7abacd0d6", key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const info = Buffer.concat([fields(["u16", 4], ["u16", 4], ["u32", 0x40]), Buffer.from(xml)]);
  return ole({ EncryptionInfo: info, EncryptedPackage: sizedPackage(bytes, Buffer.concat(pieces)) });
}

/** A spin count as the reader meets it in a file made to keep it busy. */
export function endlesslySpun(bytes: Buffer): Buffer {
  const file = agileLocked(bytes, everybodysPassword, 1_000);
  const at = file.indexOf('spinCount="1000" ');
  file.write('spinCount="9e9" ', at, "latin1");
  return file;
}

type Cipher = "xor" | "rc4" | "cryptoApi";

/** A workbook stream locked as Excel 97 to 2003 did. Its globals must hold `filePassRoom(cipher)` first. */
export function biffLocked(stream: Buffer, cipher: Cipher, password: string): Buffer {
  const file = Buffer.from(stream);
  const at = 20; // behind the BOF
  const { filePass, crypt } = ciphers[cipher](password);
  record(0x2f, filePass).copy(file, at);
  for (let place = at + 4 + filePass.length; place + 4 <= file.length;) {
    const type = file.readUInt16LE(place);
    const length = file.readUInt16LE(place + 2);
    if (type !== 0x809) crypt(file.subarray(place + 4, place + 4 + length), place + 4, type === 0x85 ? 4 : 0);
    place += 4 + length;
  }
  return ole({ Workbook: file });
}

export const filePassRoom = (cipher: Cipher): Buffer => record(0x2f, ciphers[cipher]("").filePass);

interface Locked {
  filePass: Buffer;
  crypt(data: Buffer, at: number, clear: number): void;
}

const blocks =
  (keyOf: (block: number) => Buffer): Locked["crypt"] =>
  (data, at, clear) => {
    for (let place = clear; place < data.length; place++) {
      const position = at + place;
      const keys = rc4Stream(keyOf(Math.floor(position / 1_024)))(1_024);
      data[place] = (data[place] ?? 0) ^ (keys[position % 1_024] ?? 0);
    }
  };

const ciphers = {
  xor(password) {
    const array = xorArray(password);
    return {
      filePass: fields(["u16", 0], ["u16", 0x12_34], ["u16", xorVerifier(password)]),
      crypt(data, at, clear) {
        for (let place = clear; place < data.length; place++) {
          const byte = data[place] ?? 0;
          data[place] = (((byte << 5) | (byte >> 3)) & 0xff) ^ (array[(at + data.length + place) % 16] ?? 0);
        }
      },
    };
  },
  rc4(password) {
    const short = hash("md5", Buffer.from(password, "utf16le")).subarray(0, 5);
    const base = hash("md5", ...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, 5);
    const keyOf = (block: number): Buffer => hash("md5", base, number(block));
    const stream = rc4Stream(keyOf(0));
    const filePass = fields(
      ["u16", 1],
      ["u16", 1],
      ["u16", 1],
      salt,
      rc4Applied(stream, verifier),
      rc4Applied(stream, hash("md5", verifier)),
    );
    return { filePass, crypt: blocks(keyOf) };
  },
  cryptoApi(password) {
    const base = hash("sha1", salt, Buffer.from(password, "utf16le"));
    const keyOf = (block: number): Buffer => hash("sha1", base, number(block)).subarray(0, 16);
    const stream = rc4Stream(keyOf(0));
    const header = fields(
      ["u32", 4],
      ["u32", 0],
      ["u32", 0x68_01],
      ["u32", 0x80_04],
      ["u32", 128],
      ["u32", 1],
      ["u32", 0],
      ["u32", 0],
    );
    const filePass = fields(
      ["u16", 1],
      ["u16", 2],
      ["u16", 2],
      ["u32", 4],
      ["u32", header.length],
      header,
      ["u32", 16],
      salt,
      rc4Applied(stream, verifier),
      ["u32", 20],
      rc4Applied(stream, hash("sha1", verifier)),
    );
    return { filePass, crypt: blocks(keyOf) };
  },
} as const satisfies Record<Cipher, (password: string) => Locked>;
