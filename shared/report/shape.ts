import { z } from "zod";
import type { Block, Inline, ReportDocument, Section } from "./document.ts";

// The same shape as document.ts, for documents that come from outside (database, data package, another version).
// The annotations keep the two together: a field that differs does not compile.

const scope = z.strictObject({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  area: z.string().exactOptional(),
});
const nodeScope = z.union([scope, z.enum(["lastYear", "nextYear"])]);
const writtenWords = { text: z.string(), records: z.array(z.string()), at: z.string() };

const text = z.strictObject({ kind: z.literal("text"), text: z.string() });
const figure = z.strictObject({
  kind: z.literal("figure"),
  id: z.string(),
  metric: z.string(),
  scope: nodeScope.exactOptional(),
  display: z.enum(["plain", "withUnit", "about", "change", "completion"]),
  written: z
    .strictObject({
      ...writtenWords,
      value: z.number().nullable(),
      by: z.string().exactOptional(),
      reason: z.string().exactOptional(),
    })
    .nullable(),
});
const roster = z.strictObject({
  kind: z.literal("roster"),
  id: z.string(),
  metric: z.string(),
  scope: nodeScope.exactOptional(),
  item: z.string(),
  where: z
    .union([
      z.strictObject({ field: z.string(), is: z.string() }),
      z.strictObject({
        field: z.string(),
        has: z.array(z.string()),
        lacks: z.array(z.string()).exactOptional(),
      }),
      z.strictObject({ field: z.string(), lacks: z.array(z.string()) }),
      z.strictObject({ field: z.string(), filled: z.literal(true) }),
    ])
    .exactOptional(),
  group: z.strictObject({ by: z.string(), pattern: z.string(), separator: z.string().exactOptional() }).exactOptional(),
  separator: z.string(),
  lastSeparator: z.string().exactOptional(),
  andOthers: z.enum(["whenCut", "whenSeveral", "always", "never"]).exactOptional(),
  most: z.int().positive().exactOptional(),
  written: z.strictObject(writtenWords).nullable(),
});
const target = z.strictObject({
  kind: z.literal("target"),
  id: z.string(),
  metric: z.string(),
  year: z.int(),
  display: z.enum(["plain", "withUnit"]),
  written: z.strictObject({ ...writtenWords, value: z.number().nullable() }).nullable(),
});

const inline: z.ZodType<Inline> = z.discriminatedUnion("kind", [
  text,
  figure,
  roster,
  target,
  z.strictObject({ kind: z.literal("year"), offset: z.union([z.literal(0), z.literal(1), z.literal(-1)]) }),
  z.strictObject({ kind: z.literal("asOf") }),
  z.strictObject({ kind: z.literal("hole"), hint: z.string() }),
]);
const inlines = z.array(inline);

const block: z.ZodType<Block> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), id: z.string(), lead: inlines.exactOptional(), inlines }),
  z.strictObject({
    kind: z.literal("table"),
    id: z.string(),
    caption: z.string().exactOptional(),
    columns: z.array(
      z.strictObject({
        heading: z.string(),
        align: z.enum(["left", "right", "center"]),
        widthShare: z.number().positive(),
      }),
    ),
    rows: z.array(z.array(inlines)),
  }),
  z.strictObject({ kind: z.literal("pageBreak"), id: z.string() }),
]);

const section: z.ZodType<Section> = z.strictObject({
  id: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  style: z.enum(["ownLine", "runIn", "none"]),
  heading: inlines,
  part: z.enum(["summary", "plan"]).exactOptional(),
  blocks: z.array(block),
  get sections() {
    return z.array(section);
  },
});

/** A document of the present format. */
export const reportShape: z.ZodType<ReportDocument> = z.strictObject({
  format: z.literal(1),
  title: inlines,
  year: z.int(),
  scope,
  template: z.string(),
  opening: z.array(block),
  sections: z.array(section),
  office: z.string().exactOptional(),
  signature: z.strictObject({ office: z.string(), date: z.string() }).exactOptional(),
});
