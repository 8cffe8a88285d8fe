import { ProblemError } from "../problems/problem.ts";
import type { ReportDocument } from "./document.ts";
import { reportShape } from "./shape.ts";

export const REPORT_FORMAT = 1;

/** Lifts a document of format N to N + 1. Lifts are frozen: they know shapes that no longer exist anywhere else. */
type Lift = (document: Record<string, unknown>) => Record<string, unknown>;
const LIFTS: Readonly<Record<number, Lift>> = {};

/**
 * A stored document in the present format. Throws ProblemError: `refused` for a document of a newer program,
 * `unreadable` for what is no report.
 */
export function readReport(stored: unknown): ReportDocument {
  if (!isObject(stored) || typeof stored["format"] !== "number") throw damaged("缺少格式版本");
  let document = stored;
  for (let format = stored["format"]; format !== REPORT_FORMAT; format += 1) {
    if (format > REPORT_FORMAT) throw fromNewerProgram(format);
    const lift = LIFTS[format];
    if (!lift) throw damaged(`格式版本 ${format} 无法识别`);
    document = lift(document);
  }
  const read = reportShape.safeParse(document);
  if (!read.success) {
    const place = read.error.issues[0]?.path.join(".") ?? "";
    throw damaged(`“${place}”处的内容不合规定`);
  }
  return read.data;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function damaged(why: string): ProblemError {
  return new ProblemError({
    kind: "unreadable",
    code: "E-RPT-01",
    message: `总结文稿读不出来：${why}。台账数据不受影响，请从备份中取回这份文稿，或重新起草。`,
  });
}

function fromNewerProgram(format: number): ProblemError {
  return new ProblemError({
    kind: "refused",
    code: "E-RPT-02",
    message: `这份总结文稿由更新版本的程序保存（格式 ${format}），没有改动它，请升级程序后再打开。`,
  });
}
