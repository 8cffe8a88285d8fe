import type { Connection } from "./connection.ts";
import { type Migration, migrations } from "./migrations/index.ts";
import { storageProblem } from "./refusals.ts";

// Kysely's own Migrator uses no transaction on SQLite: a step that fails half-way would leave its first half behind.

/** What `user_version` is once all steps have run. */
export function newestVersion(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.number ?? 0;
}

export function pendingSteps(connection: Connection<unknown>, steps: readonly Migration[] = migrations): Migration[] {
  const version = connection.raw.pragma("user_version", { simple: true });
  return steps.filter(({ number }) => number > Number(version));
}

/** Runs the pending steps in one transaction that also sets `user_version`: all of it or nothing (E-DB-09). */
export async function migrate(
  connection: Connection<unknown>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const pending = pendingSteps(connection, steps);
  if (pending.length === 0) return;
  const { raw } = connection;
  await connection.kysely.connection().execute(async (db) => {
    // Before BEGIN, where alone it has effect: rebuilding a table must not delete the rows that point at it.
    raw.pragma("foreign_keys = OFF");
    raw.exec("BEGIN IMMEDIATE");
    let step: Migration | undefined;
    try {
      for (step of pending) await step.up(db);
      const broken = raw.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error(`foreign_key_check: ${JSON.stringify(broken[0])}`);
      raw.pragma(`user_version = ${newestVersion(pending)}`);
      raw.exec("COMMIT");
    } catch (error) {
      if (raw.inTransaction) raw.exec("ROLLBACK");
      throw failed(step, error);
    } finally {
      raw.pragma("foreign_keys = ON");
    }
  });
}

function failed(step: Migration | undefined, cause: unknown): Error {
  const name = step === undefined ? "" : `第 ${step.number} 步 ${step.name}`;
  const problem = storageProblem(
    "E-DB-09",
    `数据升级没有成功（${name}），已全部退回，数据与升级前相同。请继续使用旧版程序，并把编号告诉维护人员。`,
  );
  problem.cause = cause;
  return problem;
}
