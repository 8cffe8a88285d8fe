import type { Area } from "../../shared/api/api.ts";
import type { Envelope } from "../../shared/api/envelope.ts";
import { inputs, type Method } from "../../shared/api/inputs.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import { type Problem, ProblemError } from "../../shared/problems/problem.ts";
import { changedLedgers, lastChange } from "../records/changes.ts";
import { readSetting } from "../records/settings.ts";
import { files } from "./files.ts";
import type { Database } from "../database/open.ts";
import type { Log } from "../platform/log.ts";
import type { ActCall, Handlers, ReadCall, WriteCall } from "./handler.ts";
import { companies } from "./companies.ts";
import { importing } from "./importing.ts";
import { metrics } from "./metrics.ts";
import { program } from "./program.ts";
import { records } from "./records.ts";
import { reports } from "./reports.ts";
import type { Services } from "./services.ts";

// One door for three hosts. It knows neither Electron nor HTTP: it checks that the method exists and that the input has
// its shape, opens the transaction that the method's mode asks for, and turns every throw into a problem.

export type Dispatch = (area: string, method: string, input: unknown) => Promise<Envelope>;

const handlers = { program, records, importing, companies, metrics, reports, files } satisfies {
  [A in Area]: Handlers<A>;
};

type AnyHandler = (call: ReadCall | WriteCall | ActCall, input: unknown) => Promise<unknown>;
interface Route {
  readonly method: Method<unknown>;
  readonly handler: AnyHandler;
}

/** A flat map, so that `constructor` or `__proto__` as a name finds nothing. */
const routes = new Map<string, Route>(
  Object.entries(inputs).flatMap(([area, methods]) =>
    Object.entries(methods).map(([name, method]): [string, Route] => {
      // The pairing of input and handler is proved by `Handlers` above; the map forgets it.
      const handler = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[area]?.[name];
      if (handler === undefined) throw new Error(`no handler for ${area}.${name}`);
      return [`${area}.${name}`, { method: method as Method<unknown>, handler }];
    }),
  ),
);

export function createRouter(services: Services): Dispatch {
  return async (area, name, input) => {
    const called = `${area}.${name}`;
    services.log.called(called);
    try {
      const route = routes.get(called);
      if (route === undefined) throw invalid("E-API-01", `程序没有“${called.slice(0, 60)}”这个功能。数据未改动。`);
      const parsed = route.method.input.safeParse(input);
      if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join(".") ?? "";
        throw invalid("E-API-02", `请求的内容不合规（${called}${where === "" ? "" : `：${where}`}）。数据未改动。`);
      }
      return await run(services, route, area, parsed.data);
    } catch (error) {
      return { ok: false, problem: problemOf(error, services) };
    }
  };
}

async function run(services: Services, route: Route, area: string, input: unknown): Promise<Envelope> {
  const { handler, method } = route;
  if (method.mode === "acts") {
    const database = services.databaseOrNull();
    const before = database === null ? 0 : await lastChange(database.read);
    const value = await handler({ services }, input);
    const ledgers = await changedSince(services.databaseOrNull(), database, before);
    return { ok: true, value, changed: ledgers.length === 0 && method.changes !== true ? [] : [area, ...ledgers] };
  }
  const database = services.database();
  if (method.mode === "reads") {
    return { ok: true, value: await handler({ db: database.read, services }, input), changed: [] };
  }
  return await database.write(async (tx): Promise<Envelope> => {
    const before = await lastChange(tx);
    const who = (await readSetting(tx, "operator")) ?? "未登记";
    const value = await handler({ tx, at: services.clock.now(), who, services }, input);
    return { ok: true, value, changed: [area, ...(await changedLedgers(tx, before))] };
  });
}

/** History is written by the only writer, so what changed is read from it and no handler can forget to say. */
async function changedSince(now: Database | null, then: Database | null, before: number): Promise<string[]> {
  if (now === null) return [];
  // Another data folder: nothing that is known of any ledger holds any more.
  return now === then ? await changedLedgers(now.read, before) : ledgerList.map(({ name }) => name);
}

/** Expected problems pass as they are; anything else is a fault with a number. */
export function problemOf(error: unknown, { log }: { log: Pick<Log, "fault"> }): Problem {
  if (error instanceof ProblemError) return error.problem;
  const number = log.fault(error);
  return {
    kind: "fault",
    code: "E-PRG-99",
    number,
    message: `程序出错（编号 ${number}）。已保存的数据不受影响；请重试，仍不行请把编号告诉维护人员。`,
  };
}

function invalid(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "invalid", code, message });
}
