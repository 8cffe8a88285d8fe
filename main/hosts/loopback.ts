import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Program } from "./openProgram.ts";
import { contentPolicy, loadWindow, printPolicy, type WindowFiles } from "./windowFiles.ts";

// Serves the built window to a browser on this machine: what tests drive, and what `npm start` falls back to. It is
// never part of an installer. Loopback ports are visible to every program here, so each request must name this host,
// come from this origin and carry the token, which only the address's fragment holds (reliability §2.F).

const MOST_BODY = 64 * 1024 * 1024;

export interface LoopbackHost {
  /** The address to open, token in the fragment. */
  readonly address: string;
  close(): Promise<void>;
}

export async function serveLoopback(program: Program, windowFolder: string, port = 0): Promise<LoopbackHost> {
  const token = randomBytes(32).toString("hex");
  const nonce = randomBytes(16).toString("hex");
  const files = loadWindow(windowFolder, nonce);
  const server = createServer((request, response) => {
    answer(program, files, { token, nonce, port: portOf(server) }, request, response).catch((error: unknown) => {
      program.services.log.fault(error);
      if (!response.headersSent) send(response, 500, "text/plain", "");
    });
  });
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf(server)}/#${token}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function portOf(server: ReturnType<typeof createServer>): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

interface Keys {
  readonly token: string;
  readonly nonce: string;
  readonly port: number;
}

async function answer(
  program: Program,
  files: WindowFiles,
  keys: Keys,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = `127.0.0.1:${keys.port}`;
  if (request.headers.host !== host) return send(response, 421, "text/plain", "");
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return send(response, 403, "text/plain", "");
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return send(response, 403, "text/plain", "");

  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (request.method === "GET") {
    if (path.startsWith("/print/")) return sendPrint(program, path.slice("/print/".length), response);
    const file = files.get(path === "/" ? "/index.html" : path);
    if (file === undefined) return send(response, 404, "text/plain", "");
    return send(response, 200, file.type, file.bytes, contentPolicy(keys.nonce));
  }
  if (request.method !== "POST") return send(response, 405, "text/plain", "");
  if (!sameToken(request.headers["x-keji-token"], keys.token)) return send(response, 401, "text/plain", "");
  if (path === "/call" && request.headers["content-type"] === "application/json") {
    return await call(program, await readBody(request), response);
  }
  if (path === "/upload" && request.headers["content-type"] === "application/octet-stream") {
    const name = decodeURIComponent(String(request.headers["x-keji-name"] ?? "")).replaceAll(/[\\/\0]/g, "_");
    const bytes = await readBody(request);
    const ticket = program.services.tickets.issue({ name: name.slice(0, 200), bytes });
    return send(response, 200, "application/json", JSON.stringify({ ticket, name, size: bytes.length }));
  }
  if (path.startsWith("/file/")) {
    const file = program.services.tickets.open(path.slice("/file/".length));
    if (file === undefined) return send(response, 404, "text/plain", "");
    return send(response, 200, "application/octet-stream", file.bytes);
  }
  return send(response, 404, "text/plain", "");
}

async function call(program: Program, body: Buffer, response: ServerResponse): Promise<void> {
  let asked: unknown;
  try {
    asked = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return send(response, 400, "text/plain", "");
  }
  const { area, method, input } = (typeof asked === "object" && asked !== null ? asked : {}) as Record<string, unknown>;
  const envelope = await program.dispatch(String(area), String(method), input);
  return send(response, 200, "application/json", JSON.stringify(envelope));
}

/** A printable page by its ticket, which is unguessable and so its own permission; it runs no script. */
function sendPrint(program: Program, ticket: string, response: ServerResponse): void {
  const file = program.services.tickets.open(ticket);
  if (file === undefined || !file.name.endsWith(".html")) return send(response, 404, "text/plain", "");
  return send(response, 200, "text/html; charset=utf-8", file.bytes, printPolicy);
}

function sameToken(given: string | string[] | undefined, token: string): boolean {
  const bytes = Buffer.from(typeof given === "string" ? given : "");
  return bytes.length === token.length && timingSafeEqual(bytes, Buffer.from(token));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > MOST_BODY) throw new Error("body over the limit");
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  policy = "default-src 'none'",
): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(body);
}
