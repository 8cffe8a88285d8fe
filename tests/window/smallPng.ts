import { crc32, deflateSync } from "node:zlib";
import type { Browser } from "playwright-core";

// A screenshot in 256 colours: a window of words has hardly more, and the file shrinks to a third.

/** The same picture with its 256 most used colours; every other pixel takes the nearest of them. */
export async function smallPng(browser: Browser, png: Uint8Array): Promise<Uint8Array> {
  const page = await browser.newPage();
  const source = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const { width, height, palette, indices } = await page.evaluate(quantised, source);
  await page.close();
  return indexedPng(width, height, palette, Buffer.from(indices, "base64"));
}

/** Runs in the page, which can decode pictures. */
async function quantised(source: string): Promise<{
  width: number;
  height: number;
  palette: number[];
  indices: string;
}> {
  const image = await createImageBitmap(await (await fetch(source)).blob());
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context?.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0));
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const parts = (colour: number): [number, number, number] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  // Colours that mean something are rare: a red word has fewer pixels than the greys around black ones.
  const weight = (colour: number, count: number): number =>
    count * (1 + (Math.max(...parts(colour)) - Math.min(...parts(colour))) / 8);
  const used = [...counts].toSorted((a, b) => weight(...b) - weight(...a)).map(([colour]) => colour);
  const kept = used.slice(0, 256);
  const distance = (a: number, b: number): number =>
    parts(a).reduce((sum, part, at) => sum + (part - (parts(b)[at] ?? 0)) ** 2, 0);
  const nearest = new Map(
    used.map((colour, at) => [
      colour,
      at < 256
        ? at
        : kept.reduce((best, other, i) => (distance(colour, other) < distance(colour, kept[best] ?? 0) ? i : best), 0),
    ]),
  );
  const indices = Uint8Array.from(pixels, (pixel) => nearest.get(pixel) ?? 0);
  let text = "";
  for (let from = 0; from < indices.length; from += 32_768) {
    text += String.fromCharCode(...indices.subarray(from, from + 32_768));
  }
  return { width, height, palette: kept.flatMap(parts), indices: btoa(text) };
}

function indexedPng(width: number, height: number, palette: readonly number[], indices: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits an index, palette colours
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
