import { describe, expect, it } from "vitest";
import { emptyProgram } from "../support/program.ts";
import { apply, decide, namesOf, recordsOf, rowsOf, save, stage } from "./importing.ts";

const companies = (...rows: string[]) => ["企业名称,统一社会信用代码,法定代表人,地址", ...rows];

describe("staged rows", () => {
  it("show every field old → new with its cell, and what they may be as well", async () => {
    const program = await emptyProgram();
    const known = await save(program, "organisations", { name: "甲材料有限公司", legalRepresentative: "王一" });
    const { batch } = await stage(
      program,
      "企业名录.csv",
      companies("甲材料有限公司,,王二,一号", "示例区甲材料有限公司,,,"),
    );
    const [updated, added] = await rowsOf(program, batch);
    expect(updated).toMatchObject({
      outcome: "updated",
      title: "甲材料有限公司",
      id: known.id,
      row: 2,
      fields: [
        { field: "name", changed: false, cell: "A2" },
        { field: "legalRepresentative", before: "王一", after: "王二", changed: true, cell: "C2", raw: "王二" },
        { field: "address", before: "", after: "一号", changed: true, cell: "D2" },
      ],
    });
    expect(added).toMatchObject({
      outcome: "added",
      id: null,
      candidates: [{ id: known.id, title: "甲材料有限公司" }],
    });
    expect(await rowsOf(program, batch, "updated")).toEqual([updated]);
  });
});

describe("decisions", () => {
  it("change nothing where none is made", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch, counts } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号"));
    expect(await apply(program, batch)).toMatchObject({ counts });
    expect(await namesOf(program)).toEqual(["甲材料有限公司", "示例区甲材料有限公司"]);
  });

  it("make a near company the same, and remember how it was written", async () => {
    const program = await emptyProgram();
    const known = await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号"));
    const [row] = await rowsOf(program, batch);
    const counts = await decide(program, batch, { position: row?.position ?? -1, take: { same: known.id } });
    expect(counts).toMatchObject({ added: 0, updated: 1 });
    expect((await apply(program, batch)).counts).toEqual(counts);
    expect(await recordsOf(program, "organisations")).toMatchObject([
      { id: known.id, values: { name: "甲材料有限公司", legalRepresentative: "王二" } },
    ]);
    expect(await recordsOf(program, "organisationAliases")).toMatchObject([
      { values: { organisation: known.id, alias: "示例区甲材料有限公司" } },
    ]);
    const again = await stage(program, "另一份企业名录.csv", companies("示例区甲材料有限公司,,王三,"));
    expect(again.counts).toMatchObject({ added: 0, updated: 1 });
  });
});
