// What can go wrong, as values. Words follow one rule: what happened · is the data safe · what to do now.

export type ProblemKind =
  | "invalid"
  | "notFound"
  | "conflict"
  | "refused"
  | "unreadable"
  | "storage"
  | "cancelled"
  | "fault";

/** One field's trouble. Errors stop a save, warnings do not. */
export interface Issue {
  readonly field: string;
  readonly level: "error" | "warning";
  readonly message: string;
}

export interface Problem {
  readonly kind: ProblemKind;
  /** Short stable code to read over the phone: E-DB-02. */
  readonly code: string;
  /** One Chinese line for people. */
  readonly message: string;
  readonly issues?: readonly Issue[];
  /** Faults are logged under this number. */
  readonly number?: string;
}

/** Thrown by handlers and services for expected problems; only the router and the CLI catch it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = "ProblemError";
    this.problem = problem;
  }
}
