import { z } from "zod";
import { isDateText } from "../fields/dateText.ts";
import type { MetricDefinition } from "../metrics/definition.ts";
import { metricShape } from "../metrics/shape.ts";
import type { Api, Area } from "./api.ts";
import { correction, layout } from "./corrections.ts";

// What each method accepts, and what it does to the data. The router refuses anything else before a handler sees it.
// reads: gets a database it cannot write to. writes: runs whole in one immediate transaction. acts: works with files,
// several transactions or the data folder itself, and opens its own.

export type Mode = "reads" | "writes" | "acts";
export interface Method<I, M extends Mode = Mode> {
  readonly mode: M;
  readonly input: z.ZodType<I>;
  /** An act that changes its area itself, whatever it does to ledgers. */
  readonly changes?: true;
}
const reads = <I>(input: z.ZodType<I>): Method<I, "reads"> => ({ mode: "reads", input });
const writes = <I>(input: z.ZodType<I>): Method<I, "writes"> => ({ mode: "writes", input });
const acts = <I>(input: z.ZodType<I>): Method<I, "acts"> => ({ mode: "acts", input });

const MOST = 10_000;
const nothing = z.strictObject({});
const name = z.string().min(1).max(64);
const id = z.string().min(1).max(64);
const words = z.string().max(32_767);
const year = z.int().min(1949).max(2100);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDateText);
/** Words that a person gives something as its name: not blank, no space around them. */
const named = (most: number) => z.string().trim().min(1).max(most);
const version = z.int().min(0);

const stage = z.strictObject({
  stage: words,
  date: z.string().max(32).nullable(),
  documentNo: words.nullable().optional(),
  note: words.nullable().optional(),
});
const value = z.union([words, z.number(), z.boolean(), z.array(words).max(MOST), z.array(stage).max(200)]).nullable();
const values = z.record(name, value);

const scalar = z.union([words, z.number(), z.boolean(), z.null()]);
const condition = z.union([
  z.strictObject({ field: name, in: z.array(scalar).max(MOST) }),
  z.strictObject({ field: name, contains: words }),
  z.strictObject({ field: name, blank: z.boolean() }),
  z.strictObject({
    field: name,
    from: z.union([words, z.number()]).optional(),
    to: z.union([words, z.number()]).optional(),
  }),
]);
const list = z.strictObject({
  ledger: name,
  search: words.optional(),
  filter: z.array(condition).max(50).optional(),
  sort: z
    .array(z.strictObject({ field: name, descending: z.boolean().optional() }))
    .max(5)
    .optional(),
  ids: z.array(id).max(200_000).optional(),
  deleted: z.boolean().optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(0).max(MOST).optional(),
});
const scope = z
  .strictObject({ from: day, to: day, asOf: day, area: id.optional() })
  .refine(({ from, to }) => from <= to, { path: ["to"] });
const several = z.array(id).min(2).max(50);
const merging = { keep: id, drop: z.array(id).min(1).max(50), values: z.record(name, id).optional() };
const drafted = { year, asOf: day.optional() };
const extraKind = z.enum(["text", "number", "count", "percent", "money", "year", "date", "choice", "yesNo"]);

const fileHash = z.string().regex(/^[0-9a-f]{64}$/);
/** Opens a locked workbook; it stays in memory. */
const password = z.string().max(255);
const position = z.int().min(0);
const decision = z.strictObject({
  position,
  take: z.union([z.enum(["asUnderstood", "skip", "add"]), z.strictObject({ same: id })]),
  keep: z.array(name).max(200).optional(),
  values: values.optional(),
});

type Inputs = { [A in Area]: { [M in keyof Api[A]]: Method<InputOf<Api[A][M]>> } };
type InputOf<F> = F extends (input: infer I) => unknown ? Loose<I> : never;
/** zod types absent keys as `| undefined`; over JSON the two are one. */
type Loose<T> = T extends MetricDefinition
  ? T
  : T extends readonly (infer U)[]
    ? Loose<U>[]
    : T extends object
      ? { [K in keyof T]: Loose<T[K]> | (undefined extends T[K] ? undefined : never) }
      : T;

export const inputs = {
  program: {
    state: acts(nothing),
    create: acts(
      z.strictObject({
        name: named(50),
        code: z.string().regex(/^\d{6}$/),
        year,
        sample: z.boolean(),
        folder: words.optional(),
      }),
    ),
    connect: acts(z.strictObject({ folder: words.min(1) })),
    move: acts(z.strictObject({ folder: words.min(1) })),
    setOperator: writes(z.strictObject({ operator: named(50) })),
    dictionaries: reads(nothing),
    addTerm: writes(
      z.strictObject({
        dictionary: name,
        term: named(100),
        mapsTo: words.optional(),
        from: year.optional(),
        to: year.optional(),
      }),
    ),
    extraFields: reads(z.strictObject({ ledger: name })),
    addExtraField: writes(
      z.strictObject({ ledger: name, label: named(50), kind: extraKind, dictionary: name.optional() }),
    ),
    backup: acts(nothing),
    check: acts(nothing),
  },
  records: {
    list: reads(list),
    get: reads(z.strictObject({ ledger: name, id })),
    save: writes(z.strictObject({ ledger: name, id: id.nullable(), version, values, extras: values.optional() })),
    remove: writes(z.strictObject({ ledger: name, id, version })),
    restore: writes(z.strictObject({ ledger: name, id })),
    history: reads(z.strictObject({ ledger: name, id })),
    sources: reads(z.strictObject({ ledger: name, id })),
    search: reads(z.strictObject({ text: words, limit: z.int().min(1).max(200).optional() })),
    lookup: reads(z.strictObject({ ledger: name, text: words, limit: z.int().min(1).max(200).optional() })),
  },
  importing: {
    stage: acts(
      z.strictObject({
        tickets: z.array(id).min(1).max(500),
        ledger: name.optional(),
        year: year.optional(),
        passwords: z.record(id, password).optional(),
      }),
    ),
    restage: acts(
      z.strictObject({
        batch: z.int(),
        corrections: z.array(correction).max(500),
        password: password.optional(),
      }),
    ),
    rows: reads(
      z.strictObject({
        batch: z.int(),
        outcome: z.enum(["added", "updated", "same", "twin", "invalid", "skipped"]).optional(),
        offset: z.int().min(0).optional(),
        limit: z.int().min(1).max(1_000).optional(),
      }),
    ),
    decide: writes(z.strictObject({ batch: z.int(), decisions: z.array(decision).min(1).max(MOST) })),
    // Not one transaction: what the batch will do is found out before it begins.
    apply: { ...acts(z.strictObject({ batch: z.int() })), changes: true },
    discard: writes(z.strictObject({ batch: z.int() })),
    takeBack: writes(z.strictObject({ batch: z.int() })),
    batches: reads(nothing),
    report: reads(z.strictObject({ batch: z.int() })),
    sheetView: acts(
      z.strictObject({
        fileHash,
        sheet: words,
        cell: z.string().regex(/^[A-Z]{1,3}\d{1,7}$/),
        password: password.optional(),
      }),
    ),
    waiting: reads(nothing),
    settle: writes(z.strictObject({ batch: z.int(), decision, more: z.array(decision).max(50).optional() })),
    errorWorkbook: reads(z.strictObject({ batch: z.int(), password: password.optional() })),
    sheetPage: acts(
      z.strictObject({
        fileHash,
        sheet: words.optional(),
        from: z.int().min(1).optional(),
        limit: z.int().min(1).max(1_000).optional(),
        password: password.optional(),
      }),
    ),
    words: reads(nothing),
    rememberWords: writes(
      z.strictObject({
        words: z
          .array(z.strictObject({ list: name, word: named(100), meaning: named(100).nullable() }))
          .min(1)
          .max(500),
      }),
    ),
    forgetWord: writes(z.strictObject({ list: name, word: named(100) })),
    recipes: reads(nothing),
    saveRecipe: writes(z.strictObject({ id: z.int(), name: words, corrections: layout })),
    removeRecipe: writes(z.strictObject({ id: z.int() })),
    exportRecipes: reads(nothing),
    importRecipes: writes(z.strictObject({ ticket: id })),
  },
  companies: {
    clusters: reads(nothing),
    mergePreview: reads(z.strictObject(merging)),
    merge: writes(z.strictObject({ ...merging, versions: z.record(id, version) })),
    merges: reads(nothing),
    unmerge: writes(z.strictObject({ merge: z.int() })),
    notSame: writes(z.strictObject({ ids: several })),
    maybeSame: writes(z.strictObject({ ids: several })),
  },
  metrics: {
    list: reads(nothing),
    values: reads(z.strictObject({ scope, names: z.array(name).max(1000).optional() })),
    records: reads(z.strictObject({ metric: name, scope })),
    trace: reads(z.strictObject({ metric: name, scope })),
    save: writes(z.strictObject({ definition: metricShape })),
    remove: writes(z.strictObject({ name })),
  },
  reports: {
    draft: reads(z.strictObject(drafted)),
    write: reads(z.strictObject({ ...drafted, as: z.enum(["docx", "html", "txt", "json"]) })),
    preview: reads(z.strictObject(drafted)),
  },
  files: {
    choose: acts(z.strictObject({ kind: z.enum(["dataFolder"]) })),
    exportLedger: reads(z.strictObject({ ledger: name, list: list.optional() })),
    template: reads(
      z.strictObject({
        ledger: name,
        year: year.optional(),
        columns: z.array(z.string().min(1).max(130)).min(1).max(200).optional(),
        filled: z.boolean().optional(),
        returnTo: named(50).optional(),
        due: day.optional(),
      }),
    ),
  },
} satisfies Inputs;
