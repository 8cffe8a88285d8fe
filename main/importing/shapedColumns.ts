import type { Field, Term } from "../../shared/fields/field.ts";
import { matchTerm } from "../../shared/fields/matchTerm.ts";
import { isMadeFor, mayHold, shapeOfColumn, textsOf, type Shape } from "./columnShapes.ts";
import type { Target } from "./ledgerWords.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import type { TablePlan } from "./tablePlan.ts";

// What the cells say of a match: they bear it out, speak against it, or tell what a column is whose heading tells
// nothing. A column that its cells alone name is always marked to be checked.

const borneOut = 0.9;
// All of these lie below `sureConfidence`.
const byCode = 0.75;
const byName = 0.7;
const byTerms = 0.6;
const contradicted = 0.5;

interface Place {
  readonly target: Target;
  readonly field: Field;
}

/** @param said columns of which a person has spoken: their cells are not asked. */
export function shapedColumns(
  plan: TablePlan,
  columns: readonly MatchedColumn[],
  said: ReadonlySet<number>,
): MatchedColumn[] {
  const places = placesOf(plan);
  const shapes = columns.map(({ column }) => shapeOfColumn(plan.table.rows, column));
  const judged = columns.map((column, at) => {
    const shape = shapes[at] ?? null;
    return said.has(column.column) || shape === null ? column : judge(column, shape, places);
  });
  const taken = new Set(judged.flatMap(({ target }) => (target === null ? [] : [keyOf(target)])));
  const free = (): Place[] => places.filter(({ target }) => !taken.has(keyOf(target)));
  return judged.map((column, at) => {
    if (column.target !== null || said.has(column.column)) return column;
    const shape = shapes[at] ?? null;
    const found = namedByCells(plan, column, shape, free());
    if (found === null) return column;
    taken.add(keyOf(found.target));
    const { ignored: _ignored, ...rest } = column;
    return { ...rest, ...found };
  });
}

const keyOf = ({ ledger, field }: Target): string => `${ledger}.${field}`;

/** Fields that a column of the table may feed. */
function placesOf({ declaration, ledgers }: TablePlan): Place[] {
  const own = Object.entries(declaration.fields).map(([field, is]) => ({
    target: { ledger: declaration.name, field, own: true },
    field: is,
  }));
  const carried = (declaration.carries ?? []).flatMap(({ ledger, fields, each, headings }, carry) =>
    fields.flatMap((name) => {
      const field = ledgers[ledger]?.fields[name];
      if (field === undefined || each === name || headings?.[name] !== undefined) return [];
      return [{ target: { ledger, field: name, own: false, carry }, field }];
    }),
  );
  return [...own, ...carried];
}

/** A loose match that the cells bear out is sure; a match that they contradict is not. */
function judge(column: MatchedColumn, shape: Shape, places: readonly Place[]): MatchedColumn {
  const { target } = column;
  if (target === null) return column;
  const field = places.find((place) => keyOf(place.target) === keyOf(target))?.field;
  if (field === undefined) return column;
  if (field.kind === "code" && isMadeFor(field, shape))
    return { ...column, confidence: Math.max(column.confidence, borneOut) };
  if (mayHold(field, shape)) return column;
  // Nobody is named 91370702MA3C12345X: a record is not made from it.
  const isNoName = field.kind === "reference" || field.kind === "references" || field.kind === "code";
  const isElsewhere = isNoName || places.some((place) => isMadeFor(place.field, shape));
  if (isElsewhere) return { ...column, target: null, confidence: 0 };
  return { ...column, confidence: Math.min(column.confidence, contradicted) };
}

function isTerm(found: Term | null): boolean {
  return found !== null && found.silent !== true;
}

/** The one free field that the cells alone name. */
function namedByCells(
  { table, terms, declaration }: TablePlan,
  { column, ignored, heading }: MatchedColumn,
  shape: Shape | null,
  free: readonly Place[],
): { target: Target; confidence: number } | null {
  if (shape !== null && shape !== "organisation") {
    const [first, ...others] = free.filter(({ field }) => isMadeFor(field, shape));
    return first === undefined || others.length > 0 ? null : { target: first.target, confidence: byCode };
  }
  // What is knowingly left out stays so, and so does a column without any heading.
  if (ignored === true || heading === "") return null;
  if (shape === "organisation") {
    const [first, ...others] = free.filter(
      ({ target, field }) => target.own && field.required === true && isMadeFor(field, shape),
    );
    return first === undefined || others.length > 0 ? null : { target: first.target, confidence: byName };
  }
  const words = [...new Set(textsOf(table.rows, column))];
  if (words.length < 2) return null;
  const fitting = free.filter(
    ({ target, field }) =>
      target.ledger === declaration.name &&
      field.kind === "choice" &&
      words.every((word) => isTerm(matchTerm(word, terms(field.dictionary)))),
  );
  const [first, ...others] = fitting;
  return first === undefined || others.length > 0 ? null : { target: first.target, confidence: byTerms };
}
