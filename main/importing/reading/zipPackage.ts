import type { Readable } from "node:stream";
import { crc32, createInflateRaw, type ZlibOptions } from "node:zlib";
import * as yauzl from "yauzl";
import { megabytes, spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";

export interface Part {
  /** As in the archive, slashes forward, no slash in front. */
  name: string;
  /** Unpacked size as declared; reading fails where it turns out to be wrong. */
  size: number;
  /**
   * The unpacked bytes. Checked as they come: never more than `limitBytes` or than was declared, ratio, CRC-32.
   * Nothing of a part may be believed before its last byte.
   */
  bytes(limitBytes: number): AsyncGenerator<Buffer>;
}

export interface ZipPackage {
  /** By lower-case name, since part names do not distinguish case (OPC). */
  parts: ReadonlyMap<string, Part>;
}

/** Opens an archive and checks its central directory before anything is unpacked. @throws ReadRefusal */
export async function openZipPackage(bytes: Buffer, limits: ReadingLimits): Promise<ZipPackage> {
  const zip = await damagedIfThrown(() => yauzl.fromBufferPromise(bytes, { decodeStrings: false }));
  if (zip.entryCount > limits.parts) {
    refuse("E-IMP-30", `文件结构异常：内含 ${spoken(zip.entryCount, "个")}部件，上限 ${spoken(limits.parts, "个")}`);
  }
  const parts = new Map<string, Part>();
  const entries: yauzl.Entry[] = [];
  await damagedIfThrown(async () => {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      const name = partName(entry);
      if (name.endsWith("/")) continue;
      const key = name.toLowerCase();
      if (parts.has(key)) refuse("E-IMP-30", "文件结构异常：内含重名部件");
      parts.set(key, { name, size: entry.uncompressedSize, bytes: partBytes(zip, entry, limits) });
    }
  });
  if (entries.length === 0) refuse("E-IMP-10", "文件是一个空的压缩包");
  checkSizes(entries, bytes.length, limits);
  return { parts };
}

function partName(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  // Nothing is ever unpacked to disk; a name that tries to leave its folder says what kind of file this is.
  if (yauzl.validateFileName(name) !== null || name.includes("\0") || name === "") {
    refuse("E-IMP-30", "文件结构异常：内部路径不合规");
  }
  if (entry.isEncrypted()) refuse("E-IMP-23", "压缩包设有密码");
  return name;
}

function checkSizes(entries: readonly yauzl.Entry[], fileBytes: number, limits: ReadingLimits): void {
  let unpacked = 0;
  for (const entry of entries) unpacked += entry.uncompressedSize;
  if (unpacked > limits.ratioFromBytes && unpacked > fileBytes * limits.ratio) tooLarge(limits);
  // Entries that share bytes unpack the same data over and over (overlapping-files bomb).
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of ordered) {
    if (entry.relativeOffsetOfLocalHeader < end) refuse("E-IMP-30", "文件结构异常：内部部件相互重叠");
    end = entry.relativeOffsetOfLocalHeader + entry.compressedSize;
  }
}

function partBytes(zip: yauzl.ZipFile, entry: yauzl.Entry, limits: ReadingLimits): Part["bytes"] {
  return async function* unpack(limitBytes) {
    const stored = entry.compressionMethod === 0;
    if (!stored && entry.compressionMethod !== 8) refuse("E-IMP-30", "文件结构异常：压缩方式不支持");
    if (entry.uncompressedSize > limitBytes) tooLarge(limits, limitBytes);
    const raw = await damagedIfThrown(() => zip.openReadStreamPromise(entry, { decodeFileData: false }));
    let size = 0;
    let checksum = 0;
    for await (const chunk of damagedIfBroken(stored ? raw : inflated(raw))) {
      size += chunk.length;
      checksum = crc32(chunk, checksum);
      if (size > limitBytes) tooLarge(limits, limitBytes);
      if (size > limits.ratioFromBytes && size > entry.compressedSize * limits.ratio) tooLarge(limits);
      if (size > entry.uncompressedSize) refuse("E-IMP-31", "文件异常：解压后的大小与声明不符，已拒绝");
      // A stored part comes as one.
      for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes);
    }
    if (size !== entry.uncompressedSize) refuse("E-IMP-10", undefined, `${size} of ${entry.uncompressedSize} bytes`);
    if (limits.checksums && checksum !== entry.crc32 >>> 0) refuse("E-IMP-10", undefined, "CRC-32");
  };
}

const pieceBytes = 262_144;

function inflated(raw: Readable): Readable {
  // Unpacking runs on another thread: in large pieces, and one ahead of the reading.
  const options: ZlibOptions & { readableHighWaterMark: number } = {
    chunkSize: pieceBytes,
    readableHighWaterMark: 2 * pieceBytes,
  };
  const inflate = createInflateRaw(options);
  // `pipe` hands on no errors, and a source that fails must not leave the reader waiting.
  raw.on("error", (error) => inflate.destroy(error));
  return raw.pipe(inflate);
}

function tooLarge(limits: ReadingLimits, limitBytes?: number): never {
  const bound = limitBytes === undefined ? `膨胀超过 ${spoken(limits.ratio, "倍")}` : `超过 ${megabytes(limitBytes)}`;
  return refuse("E-IMP-31", `文件异常：解压后过大（${bound}），已拒绝`);
}

async function* damagedIfBroken(stream: Readable): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await damagedIfThrown(() => chunks.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** Whatever yauzl or zlib complain of is a damaged file; our own refusals pass. */
async function damagedIfThrown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === "ReadRefusal") throw error;
    return refuse("E-IMP-10", undefined, error instanceof Error ? error.message : String(error));
  }
}
