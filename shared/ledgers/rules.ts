import type { StageEntry } from "../fields/field.ts";
import type { Rule } from "./define.ts";

// Rules that several ledgers share. All of them warn: what a document says goes in, and a person looks.

function entries(value: unknown): readonly StageEntry[] {
  return Array.isArray(value) ? (value as StageEntry[]) : [];
}

/** A granted stage without a date can be counted in no year. */
export function dated(...stages: readonly string[]): Rule {
  return {
    level: "warning",
    test(values) {
      const bare = entries(values["status"]).find(({ stage, date }) => stages.includes(stage) && date === null);
      return bare ? { field: "status", message: `“${bare.stage}”没有日期，不能计入任何年度` } : null;
    },
  };
}

/** Parts may not exceed their whole. All are amounts of the same kind; blanks are left out. */
export function within(whole: string, parts: readonly string[], message: string): Rule {
  return {
    level: "warning",
    test(values) {
      const limit = values[whole];
      if (typeof limit !== "number") return null;
      const sum = parts.reduce((total, part) => total + (typeof values[part] === "number" ? values[part] : 0), 0);
      const [field = whole] = parts;
      return sum > limit ? { field, message } : null;
    },
  };
}

/** Two date texts in their order; the same precision compares as text. */
export function inOrder(first: string, second: string, message: string): Rule {
  return {
    level: "warning",
    test(values) {
      const [from, to] = [values[first], values[second]];
      if (typeof from !== "string" || typeof to !== "string") return null;
      const length = Math.min(from.length, to.length);
      // Only what both say can contradict: 2012 is not before 2012-06.
      return /^[\d-]+$/u.test(from + to) && to.slice(0, length) < from.slice(0, length)
        ? { field: second, message }
        : null;
    },
  };
}
