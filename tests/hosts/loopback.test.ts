import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { serveLoopback } from "../../main/hosts/loopback.ts";
import { emptyProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly host?: string;
}

async function serve(): Promise<{
  port: number;
  token: string;
  ask: (asked: Asked) => Promise<{ status: number; headers: Record<string, unknown>; body: string }>;
}> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), '<meta name="csp-nonce" content="__NONCE__" />');
  writeFileSync(join(folder, "assets", "a.js"), "1");
  writeFileSync(join(folder, "secret.key"), "not served");
  const host = await serveLoopback(await emptyProgram(), folder);
  onTestFinished(() => host.close());
  const { port, hash } = new URL(host.address);
  const token = hash.slice(1);
  const ask = ({ method = "GET", path = "/", headers = {}, body, host: to = "127.0.0.1" }: Asked) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const sent = request({
        host: to,
        port: Number(port),
        method,
        path,
        headers: { host: `127.0.0.1:${port}`, ...headers },
        timeout: 3000,
      });
      sent.on("error", reject);
      sent.on("response", (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sent.end(body);
    });
  return { port: Number(port), token, ask };
}

const call = JSON.stringify({ area: "program", method: "state", input: {} });

describe("loopback host", () => {
  it("serves the window and answers a call that carries the token", async () => {
    const { token, ask } = await serve();
    const page = await ask({});
    expect(page.status).toBe(200);
    expect(page.body).not.toContain("__NONCE__");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await ask({ path: "/assets/a.js" })).status).toBe(200);
    const answer = await ask({
      method: "POST",
      path: "/call",
      headers: { "content-type": "application/json", "x-keji-token": token },
      body: call,
    });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { host: "cli" } });
  });

  it("refuses every caller that is not the page it served", async () => {
    const { port, token, ask } = await serve();
    const json = { "content-type": "application/json" };
    const good = { ...json, "x-keji-token": token };
    const post = { method: "POST", path: "/call", body: call };
    const attacks: [string, Asked, number][] = [
      ["another host name (rebinding)", { ...post, headers: { ...good, host: `evil.example:${port}` } }, 421],
      ["localhost by name", { ...post, headers: { ...good, host: `localhost:${port}` } }, 421],
      ["another origin", { ...post, headers: { ...good, origin: "http://evil.example" } }, 403],
      ["a null origin", { ...post, headers: { ...good, origin: "null" } }, 403],
      ["a cross-site fetch", { ...post, headers: { ...good, "sec-fetch-site": "cross-site" } }, 403],
      ["a same-site fetch", { ...post, headers: { ...good, "sec-fetch-site": "same-site" } }, 403],
      ["no token", { ...post, headers: json }, 401],
      ["a wrong token", { ...post, headers: { ...json, "x-keji-token": "0".repeat(64) } }, 401],
      ["a short token", { ...post, headers: { ...json, "x-keji-token": token.slice(0, 10) } }, 401],
      ["a form", { ...post, headers: { ...good, "content-type": "application/x-www-form-urlencoded" } }, 404],
      ["plain text", { ...post, headers: { ...good, "content-type": "text/plain" } }, 404],
      ["a call by GET", { path: "/call" }, 404],
      ["a preflight", { method: "OPTIONS", path: "/call", headers: { origin: "http://evil.example" } }, 403],
      ["OPTIONS", { method: "OPTIONS", path: "/call" }, 405],
      ["PUT", { method: "PUT", path: "/call", headers: good }, 405],
      ["a path out of the folder", { path: "/../package.json" }, 404],
      ["an encoded path", { path: "/%2e%2e/package.json" }, 404],
      ["a file that is no part of a window", { path: "/secret.key" }, 404],
      ["a print page nobody made", { path: "/print/11111111-1111-1111-1111-111111111111" }, 404],
      ["a file nobody made", { method: "POST", path: "/file/nothing", headers: good }, 404],
      ["not JSON", { ...post, headers: good, body: "{" }, 400],
    ];
    for (const [name, asked, status] of attacks) {
      const answer = await ask(asked);
      expect(answer.status, name).toBe(status);
      expect(answer.headers["access-control-allow-origin"], name).toBeUndefined();
    }
  });

  it("listens on this machine's own address only", async () => {
    const { ask } = await serve();
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal);
    for (const { address } of others)
      await expect(ask({ host: address })).rejects.toThrow(/ECONNREFUSED|timeout|hang up/);
    await expect(ask({})).resolves.toMatchObject({ status: 200 });
  });

  it("keeps an uploaded file under a ticket, with a name that is no path", async () => {
    const { token, ask } = await serve();
    const headers = {
      "content-type": "application/octet-stream",
      "x-keji-token": token,
      "x-keji-name": encodeURIComponent("../表 1.xlsx"),
    };
    const { ticket, name } = JSON.parse(
      (await ask({ method: "POST", path: "/upload", headers, body: "abc" })).body,
    ) as Record<string, string>;
    expect(name).toBe(".._表 1.xlsx");
    const back = await ask({ method: "POST", path: `/file/${ticket}`, headers: { "x-keji-token": token } });
    expect(back.body).toBe("abc");
  });
});
