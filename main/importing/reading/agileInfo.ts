import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import { attribute, readXml, type XmlAttributes } from "./xmlPart.ts";

export interface AgileKey {
  /** How the package is enciphered. */
  data: { hash: string; salt: Buffer; keyBits: number };
  /** How its key is, by the password. */
  lock: {
    hash: string;
    salt: Buffer;
    keyBits: number;
    spins: number;
    verifierInput: Buffer;
    verifierValue: Buffer;
    key: Buffer;
  };
}

const namespaces = new Set([
  "http://schemas.microsoft.com/office/2006/encryption",
  "http://schemas.microsoft.com/office/2006/keyEncryptor/password",
]);

/** Office writes 100,000; the format's own bound of ten million would keep the reader busy for half a minute. */
const mostSpins = 1_000_000;

/** The description of an agile encryption, a small XML. @throws ReadRefusal for ciphers that are not AES in CBC */
export async function readAgileInfo(xml: Buffer, limits: ReadingLimits): Promise<AgileKey> {
  let data: AgileKey["data"] | undefined;
  let lock: AgileKey["lock"] | undefined;
  await readXml(
    pieces(xml),
    {
      open(name, attributes) {
        if (name === "keyData") data = common(attributes);
        else if (name === "encryptedKey") {
          lock ??= {
            ...common(attributes),
            spins: bounded(attribute(attributes, "spinCount")),
            verifierInput: bytesOf(attributes, "encryptedVerifierHashInput"),
            verifierValue: bytesOf(attributes, "encryptedVerifierHashValue"),
            key: bytesOf(attributes, "encryptedKeyValue"),
          };
        }
      },
    },
    { namespaces, limits },
  );
  if (data === undefined || lock === undefined) refuse("E-IMP-23", undefined, "EncryptionInfo without keys");
  return { data, lock };
}

async function* pieces(xml: Buffer): AsyncGenerator<Buffer> {
  yield xml;
}

const hashes = new Map([
  ["SHA1", "sha1"],
  ["SHA-1", "sha1"],
  ["SHA256", "sha256"],
  ["SHA384", "sha384"],
  ["SHA512", "sha512"],
]);

function common(attributes: XmlAttributes): AgileKey["data"] {
  const hash = hashes.get(attribute(attributes, "hashAlgorithm") ?? "");
  const keyBits = Number(attribute(attributes, "keyBits"));
  const isAes = attribute(attributes, "cipherAlgorithm") === "AES";
  const isChained = attribute(attributes, "cipherChaining") === "ChainingModeCBC";
  if (hash === undefined || !isAes || !isChained || ![128, 192, 256].includes(keyBits)) refuse("E-IMP-23");
  return { hash, keyBits, salt: bytesOf(attributes, "saltValue") };
}

function bytesOf(attributes: XmlAttributes, name: string): Buffer {
  return Buffer.from(attribute(attributes, name) ?? "", "base64");
}

function bounded(spins: string | undefined): number {
  const count = Number(spins);
  if (!Number.isInteger(count) || count < 0 || count > mostSpins) refuse("E-IMP-23", undefined, `spinCount ${spins}`);
  return count;
}
