import { ProblemError } from "../../shared/problems/problem.ts";
import { connectionOf } from "./connection.ts";
import type { Tx } from "./handles.ts";
import { isTaken } from "./refusals.ts";

/** Thrown inside an attempt by whoever wants to have it undone. */
export class Undone extends Error {
  override readonly name = "Undone";
}

/**
 * Does `work` inside the transaction, or undoes it and answers null where it throws `Undone`, a problem that is not the
 * disk's, or a number that is taken. Everything else goes through, and is for the whole transaction.
 */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T | null> {
  const { raw } = connectionOf(tx);
  raw.exec("SAVEPOINT attempt");
  try {
    const done = await work();
    raw.exec("RELEASE attempt");
    return done;
  } catch (error) {
    // On a full disk SQLite has rolled the whole transaction back by itself.
    if (!raw.inTransaction || !isRefusal(error)) throw error;
    raw.exec("ROLLBACK TO attempt; RELEASE attempt");
    return null;
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof Undone || isTaken(error) || (error instanceof ProblemError && error.problem.kind !== "storage")
  );
}
