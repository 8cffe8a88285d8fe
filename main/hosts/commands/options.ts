import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ParseArgsConfig } from "node:util";
import { type Scope, yearScope } from "../../../shared/metrics/scope.ts";
import { ProblemError } from "../../../shared/problems/problem.ts";
import { databaseFile } from "../../api/dataFolder.ts";
import { openProgram, type Program } from "../openProgram.ts";

export const options = {
  data: { type: "string" },
  json: { type: "boolean" },
  name: { type: "string" },
  code: { type: "string" },
  year: { type: "string" },
  ledger: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  "as-of": { type: "string" },
  out: { type: "string" },
  password: { type: "string" },
  columns: { type: "string" },
  filled: { type: "boolean" },
  due: { type: "string" },
  "return-to": { type: "string" },
} as const satisfies ParseArgsConfig["options"];

export type Options = {
  [K in keyof typeof options]?: (typeof options)[K]["type"] extends "boolean" ? boolean : string;
};

/** A refused command has changed nothing, and says so; `message` says what is wrong and how to do it right. */
export function refuse(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "refused", code, message: `${message}。没有做任何改动。` });
}

/** `--data`, required: the command line never guesses where somebody's data lie. */
export function dataFolder(values: Options): string {
  if (values.data === undefined || values.data === "") {
    throw refuse("E-CLI-03", "请用 --data 指明数据文件夹");
  }
  return resolve(values.data);
}

/** Runs with the program open on an existing data folder, and closes it whatever happens. */
export async function withData<T>(values: Options, work: (program: Program) => Promise<T>): Promise<T> {
  const folder = dataFolder(values);
  if (!existsSync(databaseFile(folder))) {
    throw refuse("E-DB-03", `“${folder}”里没有科绩数据，请核对 --data，或先用 new 或 sample 建立`);
  }
  return await using(await openProgram({ host: "cli", folder }), work);
}

/** Runs on a folder that must not hold data yet. */
export async function withNewData<T>(values: Options, work: (program: Program) => Promise<T>): Promise<T> {
  const folder = dataFolder(values);
  if (existsSync(databaseFile(folder))) {
    throw refuse("E-PRG-02", `“${folder}”里已有科绩数据，请另选一个文件夹`);
  }
  return await using(await openProgram({ host: "cli", folder }), work);
}

async function using<T>(program: Program, work: (program: Program) => Promise<T>): Promise<T> {
  try {
    return await work(program);
  } finally {
    await program.close();
  }
}

/** Asks through the router, as the window does. */
export async function ask<T>(program: Program, area: string, method: string, input: unknown): Promise<T> {
  const envelope = await program.dispatch(area, method, input);
  if (!envelope.ok) throw new ProblemError(envelope.problem);
  // The router's answer has the type that the API page gives the method; callers name it.
  return envelope.value as T;
}

/** The number of a batch as it is typed. @param example a whole command that is right. */
export function batchNumber(text: string | undefined, example: string): number {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw refuse("E-CLI-14", `请写明批次号，例如 ${example}`);
  return id;
}

export function yearOf(values: Options): number {
  const year = Number(values.year);
  if (!Number.isInteger(year) || year < 1949 || year > 2100) {
    throw refuse(
      "E-CLI-04",
      `请用 --year 指明年度（四位数）${values.year === undefined ? "" : `，收到“${values.year}”`}`,
    );
  }
  return year;
}

/** The scope that `--year`, `--from`, `--to` and `--as-of` describe; as-of defaults to the period's end. */
export function scopeOf(values: Options): Scope {
  const year = yearScope(yearOf(values));
  const from = day(values.from) ?? year.from;
  const to = day(values.to) ?? year.to;
  const asOf = day(values["as-of"]) ?? to;
  if (from > to) throw refuse("E-CLI-05", `开始日期 ${from} 晚于结束日期 ${to}，请改正 --from 或 --to`);
  return { from, to, asOf };
}

export function day(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 2012-02-30 parses in some engines as 1 March: only a day that comes back as itself is one.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw refuse("E-CLI-06", `日期请写成 2012-10-31 的样子，收到“${text}”`);
  return text;
}
