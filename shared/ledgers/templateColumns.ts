import type { Field } from "../fields/field.ts";
import type { LedgerDeclaration } from "./define.ts";

/** A column that a fill-in template (填报表样) of a ledger may have. */
export interface TemplateColumn {
  /** What a chooser and the hidden mark name: `grantAmount`, `organisations.creditCode`, `status#date`. */
  readonly key: string;
  /** Whose field it is: the ledger's own, or of one that it carries. */
  readonly ledger: string;
  readonly name: string;
  /** `date` and `documentNo` of the stage that the status column of the row names. */
  readonly part: "value" | "date" | "documentNo";
  /** As its cells are filled in: a date for the date of a stage. */
  readonly field: Field;
  readonly label: string;
  readonly unit: string | null;
  readonly required: boolean;
  /** Stands in a template for which nobody chose columns. */
  readonly usual: boolean;
}

type Ledgers = Readonly<Record<string, LedgerDeclaration>>;

/** All that a sender can fill in, in the order of the sheet: what belongs to a company comes right after it. */
export function templateColumns(
  declaration: LedgerDeclaration,
  ledgers: Ledgers,
  extras: Readonly<Record<string, Field>> = {},
): TemplateColumn[] {
  const usual = usualFields(declaration);
  const columns: TemplateColumn[] = [];
  const last: TemplateColumn[] = [];
  for (const [name, field] of Object.entries({ ...declaration.fields, ...extras })) {
    if (field.kind === "attachments") continue;
    const own = ownColumns(declaration.name, name, field, usual.has(name) || name in extras);
    (name === "remark" ? last : columns).push(...own);
    columns.push(...carriedBy(declaration, ledgers, name));
  }
  const others = (declaration.carries ?? []).flatMap((carried) =>
    "toCarried" in carried.link ? [] : carriedColumns(declaration, ledgers, carried.ledger),
  );
  // Two columns of one name could not be told apart once the hidden row is lost.
  const seen = new Set<string>();
  return [...columns, ...others, ...last].filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** The columns of a template for which nobody chose any. A year that is given for all rows needs no column. */
export function usualColumns(
  all: readonly TemplateColumn[],
  { name, yearField }: LedgerDeclaration,
  year: number | null,
): TemplateColumn[] {
  return all.filter(
    (column) => column.usual && !(year !== null && column.ledger === name && column.name === yearField),
  );
}

function usualFields({ fields, columns, identifiedBy }: LedgerDeclaration): ReadonlySet<string> {
  const named = new Set([...(columns ?? Object.keys(fields)), ...identifiedBy.flat(), "remark"]);
  // What a report says of a record is the bureau's own to write.
  return new Set(
    Object.entries(fields)
      .filter(([name, { required, section }]) => required === true || (named.has(name) && section !== "总结"))
      .map(([name]) => name),
  );
}

function ownColumns(ledger: string, name: string, field: Field, usual: boolean): TemplateColumn[] {
  const about = { ledger, name, usual, unit: null, required: false };
  const { label } = field;
  const value: TemplateColumn = {
    ...about,
    key: name,
    part: "value",
    field,
    label,
    unit: unitOf(field),
    required: field.required === true,
  };
  if (field.kind !== "stages") return [value];
  const date: Field = { kind: "date", label: `${label}日期`, note: "上一栏所填状态的日期" };
  const documentNo: Field = { kind: "text", label: `${label}文号`, note: "上一栏所填状态的文件文号" };
  return [
    value,
    { ...about, key: `${name}#date`, part: "date", field: date, label: date.label },
    ...(field.documentHeadings === undefined
      ? []
      : [
          {
            ...about,
            key: `${name}#documentNo`,
            part: "documentNo" as const,
            field: documentNo,
            label: documentNo.label,
            usual: false,
          },
        ]),
  ];
}

/** Columns of what the ledger carries by this very field. */
function carriedBy(declaration: LedgerDeclaration, ledgers: Ledgers, field: string): TemplateColumn[] {
  return (declaration.carries ?? []).flatMap(({ ledger, link }) =>
    "toCarried" in link && link.toCarried === field ? carriedColumns(declaration, ledgers, ledger) : [],
  );
}

/** None where a ledger is carried several times over: which of them is meant only the heading could tell. */
function carriedColumns(declaration: LedgerDeclaration, ledgers: Ledgers, ledger: string): TemplateColumn[] {
  const [carried, ...more] = (declaration.carries ?? []).filter((one) => one.ledger === ledger);
  if (carried === undefined || more.length > 0 || carried.each !== undefined) return [];
  return carried.fields.flatMap((name): TemplateColumn[] => {
    const field = ledgers[ledger]?.fields[name];
    if (field === undefined || field.kind === "stages" || field.kind === "attachments") return [];
    const label = carried.headings?.[name]?.[0] ?? field.label;
    const about = { ledger, name, part: "value", field, label, unit: unitOf(field), required: false } as const;
    return [{ ...about, key: `${ledger}.${name}`, usual: field.kind === "code" && field.scheme === "creditCode" }];
  });
}

function unitOf(field: Field): string | null {
  if (field.kind === "money") return field.importUnit;
  if (field.kind === "percent") return "%";
  return (field.kind === "number" || field.kind === "count") && field.unit !== undefined ? field.unit : null;
}

/** The heading as the template writes it: *立项经费 over （万元）. */
export function templateHeading({ label, unit, required }: TemplateColumn): string {
  return `${required ? "*" : ""}${label}${unit === null ? "" : `\n（${unit}）`}`;
}
