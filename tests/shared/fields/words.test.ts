import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitList } from "../../../shared/fields/cellText.ts";
import type { Term } from "../../../shared/fields/field.ts";
import {
  attachments,
  checkValue,
  choice,
  choices,
  code,
  fieldKinds,
  readCell,
  reference,
  references,
  showValue,
  stages,
  text,
  yesNo,
} from "../../../shared/fields/index.ts";
import { nameKey } from "../../../shared/fields/nameKey.ts";
import { noTerms, textCell } from "./cell.ts";

const plans: Term[] = [
  { term: "国家863计划", aliases: ["863计划"], to: 2015, mapsTo: "国家重点研发计划" },
  { term: "国家重点研发计划", from: 2016 },
  { term: "重点专项", mapsTo: "国家重点研发计划" },
  { term: "中药、天然药物" },
];
const terms = () => plans;

describe("text", () => {
  test("invisible characters go, brackets stay", () => {
    const reading = readCell(
      text({ label: "名称" }),
      textCell("\u00A0\u200B创智（集团）\u202E〔2012〕\u0007\uFEFF　"),
      noTerms,
    );
    expect(reading).toEqual({ value: "创智（集团）〔2012〕" });
  });
  test("line breaks only in long texts", () => {
    expect(readCell(text({ label: "名称" }), textCell("甲\r\n乙"), noTerms)).toEqual({ value: "甲 乙" });
    expect(readCell(text({ label: "内容", long: true }), textCell("甲\r\n乙"), noTerms)).toEqual({ value: "甲\n乙" });
  });
  test("limits", () => {
    expect(checkValue(text({ label: "简称", maxLength: 3 }), "四个字符")).toMatch(/3个字/u);
    expect(checkValue(text({ label: "简称" }), " ")).not.toBeNull();
    expect(checkValue(text({ label: "简称" }), 5)).toMatch(/类型/u);
  });
});

describe("choices", () => {
  const plan = choice({ label: "计划类别", dictionary: "plans" });
  test("exact term, alias, old writing", () => {
    expect(readCell(plan, textCell("国家863计划"), terms)).toEqual({ value: "国家863计划" });
    expect(readCell(plan, textCell(" “863计划” ", { year: 2012 }), terms)).toEqual({ value: "国家863计划" });
    expect(readCell(plan, textCell("重点专项"), terms)).toEqual({ value: "国家重点研发计划" });
  });
  test("an old term out of its years stays, with a warning", () => {
    expect(readCell(plan, textCell("863计划", { year: 2018 }), terms)).toMatchObject({
      value: "国家863计划",
      warning: /国家重点研发计划/u,
    });
  });
  test("an unknown term is named", () => {
    expect(readCell(plan, textCell("火星计划"), terms)).toMatchObject({ doubt: /火星计划/u });
  });
  test("several", () => {
    const several = choices({ label: "领域", dictionary: "plans" });
    expect(readCell(several, textCell("863计划、重点专项"), terms)).toEqual({
      value: ["国家863计划", "国家重点研发计划"],
    });
    expect(readCell(several, textCell("中药、天然药物；863计划"), terms)).toEqual({
      value: ["中药、天然药物", "国家863计划"],
    });
    expect(readCell(several, textCell("863计划、火星计划"), terms)).toMatchObject({ doubt: /火星计划/u });
  });
  test("what is shown reads back", () => {
    const several = choices({ label: "领域", dictionary: "plans" });
    const lasting = plans.filter((term) => term.term !== "重点专项").map((term) => term.term);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...lasting), { minLength: 1 }), (value) => {
        expect(readCell(several, textCell(showValue(several, value)), terms)).toEqual({ value });
      }),
    );
  });
});

test.each([
  ["√", true],
  ["是", true],
  ["有", true],
  ["1", true],
  ["TRUE", true],
  ["已通过", true],
  ["否", false],
  ["0", false],
  ["无", false],
  ["", null],
  ["—", null],
])("yesNo %s", (word, value) => expect(readCell(yesNo({ label: "规上" }), textCell(word), noTerms)).toEqual({ value }));

describe("references", () => {
  const partners = references({ label: "合作单位", to: "organisations" });
  test("separators", () => {
    expect(readCell(partners, textCell("同济大学、北京工业大学，武汉纺织大学；甲公司\n乙公司"), noTerms)).toEqual({
      value: ["同济大学", "北京工业大学", "武汉纺织大学", "甲公司", "乙公司"],
    });
    expect(splitList("Escher-Grad Co., Ltd.、甲公司").items).toEqual(["Escher-Grad Co., Ltd.", "甲公司"]);
  });
  test("等N家 says how many are missing", () => {
    expect(readCell(partners, textCell("甲公司、乙公司等3家"), noTerms)).toMatchObject({
      value: ["甲公司", "乙公司"],
      warning: /3家/u,
    });
    expect(readCell(partners, textCell("甲公司、乙公司等两家企业"), noTerms)).toEqual({ value: ["甲公司", "乙公司"] });
    expect(readCell(partners, textCell("甲公司、乙公司等单位"), noTerms)).toEqual({ value: ["甲公司", "乙公司"] });
  });
  test("one reference takes the first and names the rest", () => {
    expect(
      readCell(reference({ label: "承担单位", to: "organisations" }), textCell("甲公司、乙公司"), noTerms),
    ).toMatchObject({
      value: "甲公司",
      warning: /乙公司/u,
    });
  });
  test("ids are shown by their titles", () => {
    expect(showValue(partners, ["a", "b"], { a: "甲公司" })).toBe("甲公司、b");
  });
});

describe("stages", () => {
  const status = stages({
    label: "状态",
    flow: [
      { stage: "申报", phase: "pending", aliases: ["受理"] },
      { stage: "认定", phase: "granted", aliases: ["通过", "获批"] },
    ],
  });
  test.each([
    ["认定", "认定"],
    ["已认定", "认定"],
    ["申报中", "申报"],
    ["正在受理", "申报"],
    ["已获批", "认定"],
  ])("%s", (word, stage) =>
    expect(readCell(status, textCell(word), noTerms)).toEqual({ value: [{ stage, date: null }] }),
  );
  test("an unknown stage is named", () =>
    expect(readCell(status, textCell("在研"), noTerms)).toMatchObject({ doubt: /在研/u }));
  test("what is shown reads back", () => {
    const value = [
      { stage: "申报", date: null },
      { stage: "认定", date: "2012-06-15" },
    ];
    expect(showValue(status, value)).toBe("申报；认定（2012年6月15日）");
    expect(readCell(status, textCell(showValue(status, value)), noTerms)).toEqual({ value });
  });
  test("document numbers and notes read back too", () => {
    const value = [
      { stage: "申报", date: null, documentNo: "示例科字（2012）5号" },
      { stage: "认定", date: "2012-06", documentNo: "示例科字〔2012〕9号", note: "（第二批），公示；无异议" },
    ];
    expect(showValue(status, value)).toBe(
      "申报（文号：示例科字（2012）5号）；认定（2012年6月，文号：示例科字〔2012〕9号，说明：（第二批），公示；无异议）",
    );
    expect(readCell(status, textCell(showValue(status, value)), noTerms)).toEqual({ value });
    expect(readCell(status, textCell("认定（某日，文号：9号）"), noTerms)).toMatchObject({ doubt: /某日/u });
  });
  test("check", () => {
    expect(checkValue(status, [{ stage: "升天", date: null }])).toMatch(/升天/u);
    expect(checkValue(status, [{ stage: "申报", date: "2012-6" }])).toMatch(/日期/u);
  });
});

describe("name keys", () => {
  const places = ["山东省", "潍坊市", "示例区"];
  test.each([
    ["潍坊精工科技有限责任公司", "精工科技有限公司"],
    ["山东省潍坊市示例区精工科技有限公司", "精工科技有限公司"],
    ["创智（集团）有限公司", "创智(集团)有限公司"],
    ["创智 (集团) 有限公司", "创智(集团)有限公司"],
    ["潍坊学院", "潍坊学院"],
    ["ＡＢＣ公司", "ABC公司"],
  ])("%s", (name, key) => expect(nameKey(name, places)).toBe(key));
  test("a key is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const key = nameKey(name, places);
        expect(nameKey(key, places)).toBe(key);
      }),
    );
  });
});

test("every kind treats blanks and errors alike", () => {
  const fields = [
    text({ label: "x" }),
    choice({ label: "x", dictionary: "d" }),
    choices({ label: "x", dictionary: "d" }),
    code({ label: "x", scheme: "free" }),
    reference({ label: "x", to: "organisations" }),
    references({ label: "x", to: "organisations" }),
    stages({ label: "x", flow: [] }),
    attachments({ label: "x" }),
  ];
  for (const field of fields) {
    for (const blank of ["", "—", "/", "无", "空", "……", "-", "\u200B"])
      expect(readCell(field, textCell(blank), noTerms)).toEqual({ value: null });
    expect(readCell(field, { text: "#REF!", type: "error" }, noTerms)).toHaveProperty("doubt");
  }
  expect(Object.keys(fieldKinds)).toHaveLength(16);
});
