import { describe, expect, test } from "vitest";
import { findDictionary } from "../../../shared/dictionaries/index.ts";
import type { Field, FieldKind } from "../../../shared/fields/field.ts";
import { fieldKinds } from "../../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import { findLedger, isLedgerName, ledgerList, ledgers } from "../../../shared/ledgers/index.ts";

// Every declaration must be sound, so that a mistake in a new one is found on the day it is declared.

const common = new Set(["kind", "label", "required", "headings", "note", "section", "personal"]);
/** Options of each kind beside the common ones; the compiler keeps the list complete. */
const options: Readonly<Record<FieldKind, readonly string[]>> = {
  text: ["long", "maxLength"],
  number: ["unit"],
  count: ["unit"],
  percent: [],
  money: ["importUnit"],
  year: [],
  date: ["ofRange", "hopedFor"],
  period: [],
  choice: ["dictionary", "titled", "tellsLevel"],
  choices: ["dictionary"],
  yesNo: [],
  code: ["scheme"],
  reference: ["to", "parent"],
  references: ["to"],
  attachments: [],
  stages: ["flow", "documentHeadings", "dateHeadings", "dateMeans", "yearOf", "expiresBy", "lastsYears"],
};

function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, i) => words.indexOf(word) !== i))];
}

/** Headings of one field alone; label first. */
function wordsOf(field: Field): string[] {
  const stages =
    field.kind === "stages"
      ? [
          ...field.flow.flatMap(({ headings }) => headings ?? []),
          ...(field.dateHeadings ?? []),
          ...(field.documentHeadings ?? []),
        ]
      : [];
  return [field.label, ...(field.headings ?? []), ...stages];
}

function carriedWords({ carries }: LedgerDeclaration): string[] {
  return (carries ?? []).flatMap(({ ledger, fields, headings }) =>
    fields.flatMap((name) => {
      const field = findLedger(ledger)?.fields[name];
      return headings?.[name] ?? (field ? wordsOf(field) : []);
    }),
  );
}

test("names are the keys of the list", () => {
  expect(Object.entries(ledgers).filter(([key, { name }]) => key !== name)).toEqual([]);
  expect(repeated(ledgerList.map(({ title }) => title))).toEqual([]);
});

test("no ledger is found by a name that objects inherit", () => {
  expect(findLedger("constructor")).toBeUndefined();
  expect(isLedgerName("toString")).toBe(false);
  expect(findLedger("projects")?.title).toBe("科技计划项目");
});

describe.each(ledgerList.map((declaration) => ({ name: declaration.name, declaration })))(
  "$name",
  ({ declaration }) => {
    const fields = Object.entries(declaration.fields);
    const has = (name: string) => Object.hasOwn(declaration.fields, name);

    test("fields have known kinds and options", () => {
      const strange = fields.flatMap(([name, field]) =>
        Object.hasOwn(fieldKinds, field.kind)
          ? Object.keys(field)
              .filter((key) => !common.has(key) && !options[field.kind].includes(key))
              .map((key) => `${name}.${key}`)
          : [name],
      );
      expect(strange).toEqual([]);
    });

    test("names are plain English and labels differ", () => {
      expect(fields.map(([name]) => name).filter((name) => !/^[a-z][A-Za-z]*$/u.test(name))).toEqual([]);
      const reserved = new Set(["id", "version", "createdAt", "updatedAt", "deletedAt", "extras"]);
      expect(fields.map(([name]) => name).filter((name) => reserved.has(name))).toEqual([]);
      expect(repeated(fields.map(([, { label }]) => label))).toEqual([]);
    });

    test("a heading stands for one field", () => {
      expect(repeated(fields.flatMap(([, field]) => [...new Set(wordsOf(field))]))).toEqual([]);
      expect(fields.flatMap(([, field]) => repeated(wordsOf(field)))).toEqual([]);
      expect(repeated(carriedWords(declaration))).toEqual([]);
    });

    test("no carried column has the heading of an own one", () => {
      const own = new Set(fields.flatMap(([, field]) => wordsOf(field)));
      expect(carriedWords(declaration).filter((word) => own.has(word))).toEqual([]);
    });

    test("references point at ledgers, choices at dictionaries", () => {
      const lost = fields.filter(([, field]) => {
        if (field.kind === "reference" || field.kind === "references") return !isLedgerName(field.to);
        if (field.kind === "choice" || field.kind === "choices") return findDictionary(field.dictionary) === undefined;
        return false;
      });
      expect(lost).toEqual([]);
    });

    test("title, year, identity and columns are fields", () => {
      expect(has(declaration.titleField)).toBe(true);
      expect(declaration.yearField === undefined || declaration.fields[declaration.yearField]?.kind === "year").toBe(
        true,
      );
      expect(declaration.identifiedBy.length).toBeGreaterThan(0);
      expect(declaration.identifiedBy.flat().filter((name) => !has(name))).toEqual([]);
      expect((declaration.columns ?? []).filter((name) => !has(name))).toEqual([]);
      expect(declaration.recognisedBy.length).toBeGreaterThan(0);
    });

    test("stages are one field named status with a sound flow", () => {
      const flows = fields.filter(([, { kind }]) => kind === "stages");
      expect(flows.map(([name]) => name)).toEqual(flows.length === 0 ? [] : ["status"]);
      for (const [, field] of flows) {
        const flow = field.kind === "stages" ? field.flow : [];
        expect(repeated(flow.flatMap(({ stage, aliases }) => [stage, ...(aliases ?? [])]))).toEqual([]);
        expect(flow.some(({ phase }) => phase === "granted")).toBe(true);
        const expiry = field.kind === "stages" ? field.expiresBy : undefined;
        expect(expiry === undefined || declaration.fields[expiry]?.kind === "date").toBe(true);
      }
    });

    test("what it carries exists and is tied", () => {
      for (const { ledger, link, fields: names, each, fixed } of declaration.carries ?? []) {
        const carried = findLedger(ledger);
        expect([...names, ...Object.keys(fixed ?? {})].filter((name) => carried?.fields[name] === undefined)).toEqual(
          [],
        );
        expect(each === undefined || names.includes(each)).toBe(true);
        const ends =
          "toCarried" in link
            ? [declaration.fields[link.toCarried]]
            : "fromCarried" in link
              ? [carried?.fields[link.fromCarried]]
              : [declaration.fields[link.shared[0]], carried?.fields[link.shared[1]]];
        const wanted =
          "toCarried" in link
            ? [ledger]
            : "fromCarried" in link
              ? [declaration.name]
              : ["organisations", "organisations"];
        expect(ends.map((end) => (end?.kind === "reference" ? end.to : null))).toEqual(wanted);
      }
    });

    test("fixed values are terms", () => {
      for (const { ledger, fixed } of declaration.carries ?? []) {
        for (const [name, value] of Object.entries(fixed ?? {})) {
          const field = findLedger(ledger)?.fields[name];
          const terms =
            field?.kind === "choice" ? findDictionary(field.dictionary)?.terms.map(({ term }) => term) : [value];
          expect(terms).toContain(value);
        }
      }
    });
  },
);

test("every detail row has one parent", () => {
  const parents = ledgerList.map(({ fields }) =>
    Object.values(fields).filter((field) => field.kind === "reference" && field.parent === true),
  );
  expect(parents.filter((found) => found.length > 1)).toEqual([]);
  expect(parents.flat().filter((field) => field.required !== true)).toEqual([]);
});

test("pending is never granted, and reserve is outside both", () => {
  const phases = new Map(
    ledgerList.flatMap(({ name, fields }) =>
      Object.values(fields).flatMap((field) =>
        field.kind === "stages" ? field.flow.map(({ stage, phase }) => [`${name}.${stage}`, phase] as const) : [],
      ),
    ),
  );
  const wrong = [...phases].filter(([where, phase]) => {
    const stage = where.split(".")[1] ?? "";
    if (["申报", "推荐", "评审", "公示", "初评", "提名"].includes(stage)) return phase !== "pending";
    if (["谋划", "拟申报", "培育"].includes(stage)) return phase !== "pipeline";
    if (["预备", "储备"].includes(stage)) return phase !== "reserve";
    return stage === "筹建" && phase !== "construction";
  });
  expect(wrong).toEqual([]);
});
