import { describe, expect, it } from "vitest";
import { decideRows } from "../../../main/importing/applyCounts.ts";
import { listBatches } from "../../../main/importing/batches.ts";
import { stageAgain } from "../../../main/importing/stageAgain.ts";
import { listRows } from "../../../main/importing/stagedRowViews.ts";
import { valueSources } from "../../../main/records/sources.ts";
import { addExtraField } from "../../../main/records/extraFields.ts";
import { bench } from "./bench.ts";
import { fileOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

const list = fileOf("2012年项目.xlsx", [
  sheetOf(
    [
      ["示例区2012年科技计划项目立项汇总表"],
      ["项目名称", "承担单位", "级别", "立项经费（万元）", "厂房面积"],
      ["光伏", "甲公司", "国家级", 400, "300"],
      ["风电", "乙公司", "市级", 23, "200"],
      ["水务", "丙公司", "市级", 25, "100"],
      ["农机", "丁公司", "市级", "260000", "100"],
    ],
    [],
    "项目",
  ),
]);

describe("a cell that was understood", () => {
  it("may be typed over before it goes in; its text and the correction stay to be seen", async () => {
    const keji = await bench();
    await keji.database.write((tx) => addExtraField(tx, { ledger: "projects", label: "厂房面积", kind: "text" }));
    const first = await keji.stage(list);
    const rows = async (batch: number | null) =>
      (await listRows(keji.database.read, { batch: batch ?? 0 })).rows.filter(({ ledger }) => ledger === "projects");
    const [light, wind, , farm] = await rows(first.batch);
    const [question] = first.tables[0]?.questions ?? [];
    expect(question).toMatchObject({
      kind: "cells",
      cells: ["D6"],
      singles: [
        { position: farm?.position, field: "grantAmount", readings: [{ value: "260000万元" }, { value: "26万元" }] },
      ],
    });
    const area = light?.fields.find(({ label }) => label === "厂房面积")?.field ?? "";
    const decisions = [
      {
        position: light?.position ?? -1,
        take: "asUnderstood" as const,
        values: { grantAmount: "40万元", [area]: "350" },
      },
      {
        position: wind?.position ?? -1,
        take: "asUnderstood" as const,
        values: { undertaker: "乙方公司", level: null },
      },
      { position: farm?.position ?? -1, take: "asUnderstood" as const, values: { grantAmount: "26万元" } },
    ];
    await keji.database.write((tx) => decideRows(tx, first.batch ?? 0, decisions));
    const again = await stageAgain(keji.services, { batch: first.batch ?? 0, corrections: [], who: "王工" });
    expect((await rows(again.batch)).map(({ decision }) => decision?.values)).toEqual([
      decisions[0]?.values,
      decisions[1]?.values,
      undefined,
      decisions[2]?.values,
    ]);
    await keji.apply(again);

    const stored = await keji.database.read.selectFrom("projects").selectAll().orderBy("grantAmount").execute();
    expect(stored.map(({ title, grantAmount, level }) => [title, grantAmount, level])).toEqual([
      ["风电", 23_000_000, null],
      ["水务", 25_000_000, "市级"],
      ["农机", 26_000_000, "市级"],
      ["光伏", 40_000_000, "国家级"],
    ]);
    const names = await keji.database.read.selectFrom("organisations").select("name").execute();
    expect(names.map(({ name }) => name).toSorted()).toEqual(["丁公司", "丙公司", "乙方公司", "甲公司"].toSorted());
    const sources = await valueSources(
      keji.database.read,
      "projects",
      stored.map(({ id }) => id),
    );
    const of = (title: string, field: string) =>
      sources.get(stored.find((one) => one.title === title)?.id ?? "")?.[field];
    expect(of("光伏", "grantAmount")).toMatchObject({ kind: "cell", cell: "D3", raw: "400", corrected: true });
    expect(of("光伏", area)).toMatchObject({ cell: "E3", raw: "300", corrected: true });
    expect(of("光伏", "level")).not.toHaveProperty("corrected");
    expect(of("风电", "undertaker")).toMatchObject({ cell: "B4", raw: "乙公司", corrected: true });
    expect(of("水务", "grantAmount")).not.toHaveProperty("corrected");
    // The file still says otherwise than what is stored.
    const next = await keji.stage(list);
    expect(next.tables[0]?.questions?.[0]?.singles?.map(({ cell }) => cell)).toEqual(["D6"]);
  });
});

describe("a batch that is read again", () => {
  it("while it is read again or goes in leaves no second one of the same file", async () => {
    const keji = await bench();
    const staged = await keji.stage(list);
    const again = () => stageAgain(keji.services, { batch: staged.batch ?? 0, corrections: [], who: "王工" });
    const twice = await Promise.allSettled([again(), again()]);
    expect(twice.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    const [left] = await listBatches(keji.database.read);
    expect((await listBatches(keji.database.read)).map(({ status }) => status)).toEqual(["staged"]);
    const restaged = stageAgain(keji.services, { batch: left?.id ?? 0, corrections: [], who: "王工" });
    const [refused] = await Promise.allSettled([restaged, keji.apply({ ...staged, batch: left?.id ?? 0 })]);
    expect(refused?.status).toBe("rejected");
    expect((await listBatches(keji.database.read)).map(({ status }) => status)).toEqual(["applied"]);
  });

  it("keeps two companies that it makes one, although it makes them anew", async () => {
    const keji = await bench();
    const staged = await keji.stage(list);
    const companies = await keji.database.read
      .selectFrom("stagedRows")
      .select(["position", "record"])
      .where("ledger", "=", "organisations")
      .orderBy("position")
      .execute();
    const [first, second] = companies;
    const same = { position: second?.position ?? -1, take: { same: first?.record ?? "" } };
    await keji.database.write((tx) => decideRows(tx, staged.batch ?? 0, [same]));
    const again = await stageAgain(keji.services, { batch: staged.batch ?? 0, corrections: [], who: "王工" });
    await keji.apply(again);
    const rows = await keji.database.read.selectFrom("projects").select(["title", "undertaker"]).execute();
    const undertakers = Object.fromEntries(rows.map(({ title, undertaker }) => [title, undertaker]));
    expect(undertakers["风电"]).toBe(undertakers["光伏"]);
    expect(new Set(Object.values(undertakers)).size).toBe(3);
  });
});

describe("decisions on a long batch", () => {
  it("leave nothing of theirs in the counts once they are taken back", async () => {
    const keji = await bench();
    const staged = await keji.stage(
      fileOf("2012年项目.xlsx", [
        sheetOf([
          ["示例区2012年科技计划项目汇总表"],
          ["项目名称", "承担单位"],
          ["光伏", "甲公司"],
          ["风电", "甲公司"],
          ["水电", "乙公司"],
        ]),
      ]),
    );
    const batch = staged.batch ?? 0;
    const { rows } = await listRows(keji.database.read, { batch });
    const [light, wind] = rows.filter(({ ledger }) => ledger === "projects");
    const decide = (position: number | undefined, take: "skip" | "asUnderstood") =>
      keji.database.write((tx) => decideRows(tx, batch, [{ position: position ?? -1, take }], 0));
    await decide(light?.position, "skip");
    // Only these two rows name the company.
    expect(await decide(wind?.position, "skip")).toMatchObject({ added: 1, skipped: 2, stubs: 1 });
    await decide(light?.position, "asUnderstood");
    expect(await decide(wind?.position, "asUnderstood")).toEqual(staged.counts);
    expect((await keji.apply(staged)).counts).toEqual(staged.counts);
  });
});
