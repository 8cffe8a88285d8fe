import type { Program } from "../../main/hosts/openProgram.ts";
import type { ImportReport, RecordPage, RowDecision, StagedRow, StoredRecord, Values } from "../../shared/api/api.ts";
import { call } from "../support/program.ts";

// The importer as a window asks for it.

/** Stages one file and answers with its report. @param rows lines of a CSV. */
export async function stage(program: Program, name: string, rows: readonly string[]): Promise<ImportReport> {
  const ticket = program.services.tickets.issue({ name, bytes: Buffer.from(`${rows.join("\n")}\n`) });
  const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
  if (report?.ok !== true) throw new Error(report?.refusal?.message ?? "nothing was staged");
  return report;
}

export const rowsOf = async (program: Program, batch: number | null, outcome?: string): Promise<StagedRow[]> => {
  const { rows } = await call<{ rows: StagedRow[] }>(program, "importing", "rows", {
    batch,
    ...(outcome === undefined ? {} : { outcome }),
  });
  return rows;
};

export const decide = (program: Program, batch: number | null, ...decisions: RowDecision[]) =>
  call<ImportReport["counts"]>(program, "importing", "decide", { batch, decisions });

export const apply = (program: Program, batch: number | null) =>
  call<ImportReport>(program, "importing", "apply", { batch });

export const save = (program: Program, ledger: string, values: Values) =>
  call<StoredRecord>(program, "records", "save", { ledger, id: null, version: 0, values });

export async function recordsOf(program: Program, ledger: string): Promise<StoredRecord[]> {
  const { records } = await call<RecordPage>(program, "records", "list", { ledger });
  return records;
}

export async function namesOf(program: Program, ledger = "organisations", field = "name"): Promise<string[]> {
  return (await recordsOf(program, ledger)).map(({ values }) => String(values[field])).toSorted();
}
