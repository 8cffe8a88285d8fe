import { fieldsOf, type MetricContext } from "../../../main/metrics/engine/context.ts";
import type { StageEntry, StagesField } from "../../../shared/fields/field.ts";
import { firstDay, lastDay } from "../../../shared/fields/dateText.ts";
import type { Condition, RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import type { Row } from "./memory.ts";

// The engine once more in plain TypeScript over plain rows: slow, literal, and written from the rulings, not from the SQL.

export type Rows = Readonly<Record<string, readonly Row[]>>;
/** True, false, or null where the record does not say. */
type Maybe = boolean | null;
/** Whether the time fits: surely, perhaps (left out and reported), or not at all. */
type Fit = "yes" | "perhaps" | "no";

export interface Expected {
  readonly ids: string[];
  readonly leftOut: string[];
  readonly value: number | null;
}

export function expected(context: MetricContext, rows: Rows, metric: RecordsMetric, scope: Scope): Expected {
  const live = (rows[metric.ledger] ?? []).filter((row) => row["deletedAt"] === undefined);
  const ids: string[] = [];
  const leftOut: string[] = [];
  for (const row of live) {
    const fit = timeFits(context, metric, row, scope);
    const tests = (metric.where ?? []).map((condition) =>
      test(context, rows, metric.ledger, row, condition, scope.asOf),
    );
    if (scope.area !== undefined)
      tests.push(
        areaOf(context, rows, metric.ledger, row) === null
          ? null
          : areaOf(context, rows, metric.ledger, row) === scope.area,
      );
    if (metric.distinct !== undefined) tests.push((row[metric.distinct] ?? null) === null ? null : true);
    if (fit === "no" || tests.includes(false)) continue;
    (fit === "yes" && !tests.includes(null) ? ids : leftOut).push(row.id);
  }
  const read = (row: Row, field: string): unknown =>
    (field === "level" ? levelAt(context, rows, metric.ledger, row, scope.asOf) : null) ?? row[field];
  const counted = withoutInner(metric, live, ids, read);
  return {
    ids: counted,
    leftOut,
    value: fold(metric, live, counted, leftOut, knows(context, metric.ledger, live, scope)),
  };
}

/** Something in the ledger lies in the scope's time or before. */
function knows(context: MetricContext, ledger: string, live: readonly Row[], scope: Scope): boolean {
  const end = scope.asOf < scope.to ? scope.asOf : scope.to;
  const dated = fieldsOf(context, ledger).filter(({ kind }) => kind === "date" || kind === "year");
  const stages = context.ledgers.get(ledger)?.fields["status"] !== undefined;
  if (dated.length === 0 && !stages) return live.length > 0;
  return live.some((row) => {
    const texts = [...dated.map(({ name }) => row[name] ?? null), ...(row.status ?? []).map(({ date }) => date)];
    return texts.some((text) => text !== null && firstDay(String(text)) <= end);
  });
}

function fold(
  metric: RecordsMetric,
  live: readonly Row[],
  ids: readonly string[],
  leftOut: readonly string[],
  known: boolean,
): number | null {
  const counted = live.filter((row) => ids.includes(row.id));
  const { fold: how, distinct } = metric;
  if (how.kind === "count") {
    if (counted.length === 0) return known && leftOut.length === 0 ? 0 : null;
    return distinct === undefined ? counted.length : new Set(counted.map((row) => row[distinct])).size;
  }
  const values = counted.flatMap((row) => (typeof row[how.field] === "number" ? [Number(row[how.field])] : []));
  if (values.length === 0) return null;
  return how.kind === "sum" ? values.reduce((a, b) => a + b, 0) : Math.max(...values);
}

/** Sums since New Year: of each group and year the newest alone. `read`: a field as of the question's day. */
function withoutInner(
  metric: RecordsMetric,
  live: readonly Row[],
  ids: readonly string[],
  read: (row: Row, field: string) => unknown,
): string[] {
  const { runningTotals: totals, window } = metric;
  if (!totals || window.kind !== "flow" || !("field" in window.on)) return [...ids];
  const on = window.on;
  const when = (row: Row): string => String(row[on.field] ?? row[on.orYear ?? ""]);
  const group = (row: Row): string => `${String(row[totals.per])} ${firstDay(when(row)).slice(0, 4)}`;
  const counted = live.filter((row) => ids.includes(row.id));
  return counted
    .filter((row) => {
      const running = counted.filter((other) => read(other, totals.field) === totals.is && group(other) === group(row));
      const newest = running.toSorted((a, b) => (lastDay(when(a)) + a.id < lastDay(when(b)) + b.id ? -1 : 1)).at(-1);
      return newest === undefined || newest.id === row.id;
    })
    .map((row) => row.id);
}

function timeFits(context: MetricContext, metric: RecordsMetric, row: Row, scope: Scope): Fit {
  const stages = stagesOf(context, metric.ledger);
  const { window, standing } = metric;
  const parts: Fit[] = [];
  if (standing !== undefined && stages) parts.push(stands(stages, row, standing, scope.asOf, metric.undated));
  if (window.kind === "stock") {
    if (window.since !== undefined) {
      const since = row[window.since] ?? null;
      const start = since === null ? null : String(since).split("/")[0];
      if (start == null) parts.push("perhaps");
      else parts.push(lastDay(start) <= scope.asOf ? "yes" : firstDay(start) <= scope.asOf ? "perhaps" : "no");
    }
    if (window.until !== undefined) {
      const until = row[window.until] ?? null;
      const over =
        until === null && window.endedBy !== undefined && stages && (row.status ?? []).length > 0
          ? stands(stages, row, window.endedBy, scope.asOf)
          : "no";
      if (until !== null) parts.push(lastDay(String(until)) >= scope.asOf ? "yes" : "no");
      else parts.push(over === "no" ? "yes" : over === "yes" ? "no" : "perhaps");
    }
  } else {
    const kind = "field" in window.on ? context.ledgers.get(metric.ledger)?.fields[window.on.field]?.kind : null;
    const cut = !(kind === "year" && standing !== undefined) && (window.yearsAhead ?? 0) === 0;
    const shift = (day: string): string => `${Number(day.slice(0, 4)) + (window.yearsAhead ?? 0)}${day.slice(4)}`;
    const from = shift(scope.from);
    const to = cut && scope.asOf < scope.to ? scope.asOf : shift(scope.to);
    parts.push(happens(metric, stages, row, from, to));
  }
  if (parts.includes("no")) return "no";
  return parts.includes("perhaps") ? "perhaps" : "yes";
}

function within(first: string | null, last: string | null, from: string, to: string): Fit {
  if ((first !== null && first > to) || (last !== null && last < from)) return "no";
  return first !== null && last !== null && first >= from && last <= to ? "yes" : "perhaps";
}

function happens(metric: RecordsMetric, stages: StagesField | null, row: Row, from: string, to: string): Fit {
  if (metric.window.kind !== "flow") return "yes";
  const { on } = metric.window;
  if ("field" in on) {
    const value = row[on.field] ?? (on.orYear === undefined ? null : row[on.orYear]) ?? null;
    if (value === null) return on.blank === "notYet" ? "no" : "perhaps";
    return within(firstDay(String(value)), lastDay(String(value)), from, to);
  }
  if (!stages) return "no";
  if ("expiry" in on) {
    const end = expiry(stages, row);
    const granted = (row.status ?? []).some((entry) => isOf(stages, entry, "granted"));
    return end === null ? (granted ? "perhaps" : "no") : within(end, end, from, to);
  }
  const hits = (row.status ?? []).filter((entry) => isOf(stages, entry, on.stage));
  if (hits.length === 0) return "no";
  const dated = hits.flatMap(({ date }) => (date === null ? [] : [date]));
  const last = dated.length === 0 ? null : dated.map(lastDay).toSorted()[0];
  const first = dated.length < hits.length ? null : dated.map(firstDay).toSorted()[0];
  return within(first ?? null, last ?? null, from, to);
}

function stands(
  stages: StagesField,
  row: Row,
  wanted: RecordsMetric["standing"] & {},
  day: string,
  undated?: "counts",
): Fit {
  const end = stages.expiresBy === undefined ? null : (row[stages.expiresBy] ?? null);
  const grants = stages.flow
    .filter((term) => isOf(stages, { stage: term.stage, date: null }, wanted))
    .every(({ phase }) => phase === "granted");
  const surelyOver = grants && end !== null && lastDay(String(end)) < day;
  const entries = row.status ?? [];
  if (entries.length === 0) return surelyOver ? "no" : "perhaps";

  const place = ({ stage }: StageEntry): number => stages.flow.findIndex((term) => term.stage === stage);
  const sure = entries.filter(({ date }) => date !== null && lastDay(date) <= day);
  const newest = sure
    .map(({ date }) => firstDay(date ?? ""))
    .toSorted()
    .at(-1);
  const perhapsLast = sure.filter(({ date }) => lastDay(date ?? "") >= (newest ?? ""));
  const now = perhapsLast.toSorted((a, b) => place(a) - place(b)).at(-1);
  const at = now ? place(now) : -1;
  const later = entries.filter((entry) => place(entry) > at && !sure.includes(entry));
  const undatedOut = later.some((entry) => entry.date === null && !isOf(stages, entry, wanted));
  const into = later.some(
    (entry) => (entry.date === null || firstDay(entry.date) <= day) && isOf(stages, entry, wanted),
  );
  const reached = grants ? expiry(stages, row) : null;
  const entered = now !== undefined && isOf(stages, now, wanted) && (reached === null || reached >= day);
  if (entered && !undatedOut) return "yes";
  const listed = later
    .filter((entry) => entry.date === null)
    .toSorted((a, b) => place(a) - place(b))
    .at(-1);
  if (undated === "counts" && listed && isOf(stages, listed, wanted) && !surelyOver) return "yes";
  return (entered || into) && !surelyOver ? "perhaps" : "no";
}

/** The day until which a grant lasts; null where nothing says so. */
function expiry(stages: StagesField, row: Row): string | null {
  const end = stages.expiresBy === undefined ? null : (row[stages.expiresBy] ?? null);
  if (end !== null) return lastDay(String(end));
  const grants = (row.status ?? []).flatMap((entry) =>
    entry.date !== null && isOf(stages, entry, "granted") ? [lastDay(entry.date)] : [],
  );
  const granted = grants.toSorted()[0];
  if (granted === undefined || stages.lastsYears === undefined) return null;
  const day = new Date(`${granted}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + stages.lastsYears);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function isOf(stages: StagesField, { stage }: StageEntry, wanted: RecordsMetric["standing"] & {}): boolean {
  return typeof wanted === "string"
    ? stages.flow.some((term) => term.stage === stage && term.phase === wanted)
    : wanted.includes(stage);
}

function stagesOf(context: MetricContext, ledger: string): StagesField | null {
  const field = context.ledgers.get(ledger)?.fields["status"];
  return field?.kind === "stages" ? field : null;
}

function test(
  context: MetricContext,
  rows: Rows,
  ledger: string,
  row: Row,
  condition: Condition,
  asOf: string | null,
): Maybe {
  const fields = context.ledgers.get(ledger)?.fields ?? {};
  if ("through" in condition) {
    const field = fields[condition.through];
    const target = field?.kind === "reference" ? field.to : "";
    const other = (rows[target] ?? []).find(
      (one) => one.id === row[condition.through] && one["deletedAt"] === undefined,
    );
    return other ? test(context, rows, target, other, condition.where, null) : blankOf(condition.where);
  }
  const field = fields[condition.field];
  const own = context.ownFields.some((one) => one.ledger === ledger && one.name === condition.field);
  const extras = (row["extras"] ?? {}) as Readonly<Record<string, unknown>>;
  let value = (own ? extras[condition.field] : row[condition.field]) ?? null;
  if (condition.field === "level" && asOf !== null) value = levelAt(context, rows, ledger, row, asOf) ?? value;
  if (Array.isArray(value) && value.length === 0) value = null;
  if ("filled" in condition) return condition.filled === (value !== null);
  if (value === null) return blankOf(condition);
  const dictionary = field && "dictionary" in field ? field.dictionary : null;
  const values = (Array.isArray(value) ? value : [value]).map((one) => asBuiltIn(context, dictionary, one));
  if ("atLeast" in condition) {
    const order = context.dictionaries.get(dictionary ?? "")?.terms.map(({ term }) => term) ?? [];
    return values.some(
      (one) => order.includes(String(one)) && order.indexOf(String(one)) <= order.indexOf(condition.atLeast),
    );
  }
  const raw = Array.isArray(value) ? value : [value];
  const listed = "in" in condition ? condition.in : condition.notIn;
  const hit = listed.some(
    (one) => values.some((candidate) => candidate === one) || raw.some((candidate) => candidate === one),
  );
  return "in" in condition ? hit : !hit;
}

function blankOf(condition: Condition): Maybe {
  if ("through" in condition) return blankOf(condition.where);
  return "blank" in condition && condition.blank === "counts" ? true : null;
}

function asBuiltIn(context: MetricContext, dictionary: string | null, value: unknown): unknown {
  const own = context.ownTerms.find((term) => term.dictionary === dictionary && term.term === value);
  return own?.mapsTo == null ? value : asBuiltIn(context, dictionary, own.mapsTo);
}

function levelAt(context: MetricContext, rows: Rows, ledger: string, row: Row, asOf: string): unknown {
  for (const [name, declaration] of context.ledgers) {
    const parent = Object.entries(declaration.fields).find(
      ([, field]) => field.kind === "reference" && field.parent === true && field.to === ledger,
    );
    if (!parent || !declaration.fields["level"] || !declaration.fields["date"]) continue;
    const reached = (rows[name] ?? []).filter(
      (one) =>
        one["deletedAt"] === undefined &&
        one[parent[0]] === row.id &&
        (one["level"] ?? null) !== null &&
        (one["date"] ?? null) !== null &&
        lastDay(String(one["date"])) <= asOf,
    );
    const place = (one: Row): string => lastDay(String(one["date"])) + one.id;
    return reached.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).at(-1)?.["level"] ?? null;
  }
  return null;
}

function areaOf(context: MetricContext, rows: Rows, ledger: string, row: Row, depth = 0): unknown {
  const fields = Object.entries(context.ledgers.get(ledger)?.fields ?? {});
  const references = fields.flatMap(([name, field]) => (field.kind === "reference" ? [{ name, field }] : []));
  const own = references.find(({ field }) => field.to === "subdistricts");
  if (own) return row[own.name] ?? null;
  const next =
    references.find(({ field }) => field.to === "organisations") ??
    references.find(({ field }) => field.parent === true);
  if (!next || depth > 3) return null;
  const other = (rows[next.field.to] ?? []).find((one) => one.id === row[next.name]);
  return other ? areaOf(context, rows, next.field.to, other, depth + 1) : null;
}
