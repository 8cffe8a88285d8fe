import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";

// The built window as a fixed map of addresses to bytes, made once at start: no request ever becomes a path.

export interface WindowFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}
export type WindowFiles = ReadonlyMap<string, WindowFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Throws where the folder holds no page: better than an address that opens nothing. `nonce` marks the style elements that the component library makes at run time; index.html carries it in a meta tag. */
export function loadWindow(folder: string, nonce: string): WindowFiles {
  const files = new Map<string, WindowFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)];
    if (type === undefined) continue;
    const bytes = readFileSync(path);
    const address = `/${relative(folder, path).replaceAll("\\", "/")}`;
    files.set(address, {
      type,
      bytes: entry.name === "index.html" ? Buffer.from(bytes.toString("utf8").replaceAll("__NONCE__", nonce)) : bytes,
    });
  }
  if (!files.has("/index.html")) throw new Error(`no index.html in ${folder}`);
  return files;
}

/** Reliability §2.E6; styles by nonce because the component library writes style elements at run time. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** A printable page: its own styles and nothing else. */
export const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";
