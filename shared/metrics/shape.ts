import { z } from "zod";
import type { Phase } from "../fields/field.ts";
import type { Condition, FlowEvent, MetricDefinition, Subject, Window } from "./definition.ts";

// The same shape as definition.ts, for a bureau's own metrics: what is stored is computed on every screen, so nothing
// of another shape may get in. Names of ledgers and fields, and units, are checked in words by main/metrics.

const name = z.string().min(1).max(64);
const words = z.string().max(200);

const subjects = {
  企业: "企业",
  平台: "平台",
  项目资金: "项目资金",
  成果奖励: "成果奖励",
  知识产权: "知识产权",
  产学研: "产学研",
  农业与活动: "农业与活动",
  招商引资: "招商引资",
  综合: "综合",
} as const satisfies { readonly [S in Subject]: S };
const phases = {
  pipeline: "pipeline",
  pending: "pending",
  reserve: "reserve",
  construction: "construction",
  granted: "granted",
  ended: "ended",
} as const satisfies { readonly [P in Phase]: P };
const stages = z.union([z.enum(phases), z.array(words).max(50)]);

const common = {
  name,
  label: words,
  unit: words,
  subject: z.enum(subjects),
  tier: z.enum(["A", "B", "C", "D"]).exactOptional(),
  aliases: z.array(words).max(50).exactOptional(),
};

const terms = z.array(z.union([words, z.number(), z.boolean()])).max(1000);
const blank = z.literal("counts").exactOptional();
const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ field: name, in: terms, blank }),
  z.strictObject({ field: name, notIn: terms, blank }),
  z.strictObject({ field: name, atLeast: words, blank }),
  z.strictObject({ field: name, filled: z.boolean() }),
  z.strictObject({ through: name, where: z.lazy(() => condition) }),
]);
const event: z.ZodType<FlowEvent> = z.union([
  z.strictObject({ stage: stages }),
  z.strictObject({ field: name, orYear: name.exactOptional(), blank: z.literal("notYet").exactOptional() }),
  z.strictObject({ expiry: z.literal(true) }),
]);
const window: z.ZodType<Window> = z.union([
  z.strictObject({
    kind: z.literal("stock"),
    since: name.exactOptional(),
    until: name.exactOptional(),
    endedBy: stages.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("flow"), on: event, yearsAhead: z.int().min(-20).max(20).exactOptional() }),
]);
const fold = z.union([
  z.strictObject({ kind: z.literal("count") }),
  z.strictObject({ kind: z.enum(["sum", "max"]), field: name }),
]);

export const metricShape: z.ZodType<MetricDefinition> = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("records"),
    ledger: name,
    standing: stages.exactOptional(),
    undated: z.literal("counts").exactOptional(),
    where: z.array(condition).max(50).exactOptional(),
    window,
    runningTotals: z.strictObject({ field: name, is: words, per: name }).exactOptional(),
    distinct: name.exactOptional(),
    fold,
    pending: name.exactOptional(),
  }),
  z.strictObject({ ...common, kind: z.literal("ratio"), of: name, to: name }),
  z.strictObject({ ...common, kind: z.literal("change"), of: name, as: z.enum(["percent", "difference"]) }),
  z.strictObject({ ...common, kind: z.literal("completion"), of: name, as: z.enum(["percent", "excess"]) }),
  z.strictObject({ ...common, kind: z.literal("target"), of: name }),
  z.strictObject({ ...common, kind: z.literal("handEntered") }),
]);
