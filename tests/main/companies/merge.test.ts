import { describe, expect, it } from "vitest";
import type { Program } from "../../../main/hosts/openProgram.ts";
import type {
  CompanyCluster,
  CompanyMerge,
  HistoryEntry,
  ImportReport,
  MergePreview,
  RecordPage,
  StoredRecord,
  ValueSource,
  Values,
} from "../../../shared/api/api.ts";
import { call, emptyProgram } from "../../support/program.ts";
import { contentHash, liveRecords } from "./contentHash.ts";

async function save(program: Program, ledger: string, values: Values): Promise<string> {
  const input = { ledger, id: null, version: 0, values };
  return (await call<StoredRecord>(program, "records", "save", input)).id;
}
const list = async (program: Program, ledger: string): Promise<StoredRecord[]> =>
  (await call<RecordPage>(program, "records", "list", { ledger })).records;

async function clusters(program: Program): Promise<CompanyCluster[]> {
  return (await call<{ clusters: CompanyCluster[] }>(program, "companies", "clusters")).clusters;
}

async function merge(program: Program, keep: string, drop: string[], values = {}): Promise<CompanyMerge> {
  const { versions } = await call<MergePreview>(program, "companies", "mergePreview", { keep, drop, values });
  return await call<CompanyMerge>(program, "companies", "merge", { keep, drop, values, versions });
}

/** One company twice: with a code, two years and a certificate; and from a list without, with a year of both. */
async function twoOfOne(program: Program) {
  const a = await save(program, "organisations", {
    name: "潍坊圆友重工科技有限公司",
    creditCode: "91370703990000017K",
    legalRepresentative: "甲",
  });
  const b = await save(program, "organisations", {
    name: "圆友重工科技有限公司",
    shortName: "圆友重工",
    address: "示例路 1 号",
    legalRepresentative: "乙",
  });
  const year = { caliber: "统计", year: 2011 };
  const own = await save(program, "companyYears", { company: a, ...year, revenue: 100_00 });
  const other = await save(program, "companyYears", { company: b, ...year, revenue: 200_00, staff: 30 });
  await save(program, "companyYears", { company: b, ...year, year: 2012, staff: 31 });
  const project = await save(program, "projects", { title: "项目甲", undertaker: b, partners: [a, b] });
  await save(program, "organisationAliases", { organisation: b, alias: "圆友机械厂", aliasKind: "曾用名" });
  return { a, b, own, other, project };
}

describe("organisations that may be one", () => {
  it("are found with a reason and with what refers to each; the one with a code stands first", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    await save(program, "organisations", { name: "青岛圆友重工科技有限公司" });
    const [first, ...more] = await clusters(program);
    expect(first?.companies.map(({ id }) => id)).toEqual([a, b]);
    expect(first).toMatchObject({ score: expect.closeTo(0.96, 1), why: "只差地名" });
    expect(first?.companies[1]?.referrers).toContainEqual({ ledger: "companyYears", title: "企业年度数据", count: 2 });
    expect(first?.companies[1]?.otherNames).toEqual(["圆友重工", "圆友机械厂"]);
    // The place-less name may be Qingdao's as well, which Weifang's is not.
    expect(more).toHaveLength(1);
  });

  it("are not asked about again once somebody says that they are two, until that is taken back", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    expect(await call(program, "companies", "notSame", { ids: [a, b] })).toEqual({ pairs: 1 });
    expect(await clusters(program)).toEqual([]);
    await call(program, "companies", "maybeSame", { ids: [b, a] });
    expect(await clusters(program)).toHaveLength(1);
  });

  it("are left alone where a relation or two codes say that they are two", async () => {
    const program = await emptyProgram();
    const a = await save(program, "organisations", { name: "圆友集团" });
    const b = await save(program, "organisations", { name: "圆友重工" });
    const coded = (creditCode: string, name: string) => save(program, "organisations", { name, creditCode });
    await coded("91370703990000017K", "潍坊恒联纸业有限公司");
    await coded("91370703990000025E", "恒联纸业有限公司");
    expect(await clusters(program)).toHaveLength(1);
    await save(program, "organisationRelations", {
      upperOrganisation: a,
      lowerOrganisation: b,
      relationKind: "母子公司",
    });
    expect(await clusters(program)).toEqual([]);
  });
});

describe("making one of two", () => {
  it("does what the preview says: blanks filled, records moved, two of one year made one, names kept", async () => {
    const program = await emptyProgram();
    const { a, b, own, other, project } = await twoOfOne(program);
    const preview = await call<MergePreview>(program, "companies", "mergePreview", { keep: a, drop: [b] });
    expect(preview.fields.find(({ field }) => field === "legalRepresentative")).toEqual({
      field: "legalRepresentative",
      label: "法定代表人",
      chosen: a,
      values: [
        { id: a, value: "甲" },
        { id: b, value: "乙" },
      ],
    });
    expect(preview.moves).toEqual(
      expect.arrayContaining([
        { ledger: "companyYears", title: "企业年度数据", count: 1 },
        { ledger: "projects", title: "科技计划项目", count: 1 },
      ]),
    );
    expect(preview.folds).toHaveLength(1);
    expect(preview.folds[0]?.fields).toEqual([expect.objectContaining({ stays: "0.01万元", goes: "0.02万元" })]);
    expect(preview.aliases).toEqual(["圆友重工科技有限公司"]);

    await merge(program, a, [b], { legalRepresentative: b });
    const [kept, ...none] = await list(program, "organisations");
    expect(none).toEqual([]);
    expect(kept?.values).toMatchObject({
      name: "潍坊圆友重工科技有限公司",
      shortName: "圆友重工",
      address: "示例路 1 号",
      legalRepresentative: "乙",
      creditCode: "91370703990000017K",
    });
    const years = await list(program, "companyYears");
    expect(years.map(({ id }) => id)).toContain(own);
    expect(years.map(({ id }) => id)).not.toContain(other);
    expect(years.find(({ id }) => id === own)?.values).toMatchObject({ company: a, revenue: 100_00, staff: 30 });
    const moved = (await list(program, "projects")).find(({ id }) => id === project);
    expect(moved?.values).toMatchObject({ undertaker: a, partners: [a] });
    const aliases = await list(program, "organisationAliases");
    expect(aliases.map(({ values }) => [values["organisation"], values["alias"]])).toEqual(
      expect.arrayContaining([
        [a, "圆友机械厂"],
        [a, "圆友重工科技有限公司"],
      ]),
    );
  });

  it("is undone whole, and history tells of both", async () => {
    const program = await emptyProgram();
    const { a, b, project } = await twoOfOne(program);
    const db = program.services.database().read;
    const before = await contentHash(db);
    const sources = await call<Record<string, ValueSource>>(program, "records", "sources", {
      ledger: "projects",
      id: project,
    });
    const { id } = await merge(program, b, [a], { name: a });
    expect(await contentHash(db)).not.toBe(before);
    const undone = await call<{ merge: CompanyMerge; kept: unknown[] }>(program, "companies", "unmerge", { merge: id });
    expect(undone).toMatchObject({ merge: { kept: { id: b }, undoneAt: expect.any(String) }, kept: [] });
    expect(await contentHash(db)).toBe(before);
    expect(await call(program, "records", "sources", { ledger: "projects", id: project })).toEqual(sources);
    const history = await call<HistoryEntry[]>(program, "records", "history", { ledger: "organisations", id: a });
    expect(history.map(({ note }) => note)).toEqual(["撤销合并", "并入“圆友重工科技有限公司”", undefined]);
    await expect(call(program, "companies", "unmerge", { merge: id })).rejects.toMatchObject({
      problem: { code: "E-CMP-03" },
    });
  });

  it("keeps on undoing what somebody changed since", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    const { id } = await merge(program, a, [b]);
    const [kept] = await list(program, "organisations");
    await call(program, "records", "save", {
      ledger: "organisations",
      id: a,
      version: kept?.version,
      values: { address: "新址 2 号" },
    });
    const undone = await call<{ kept: unknown[] }>(program, "companies", "unmerge", { merge: id });
    expect(undone.kept).toEqual([expect.objectContaining({ ledger: "organisations", id: a, field: "address" })]);
    const organisations = await list(program, "organisations");
    expect(organisations.find((one) => one.id === a)?.values).toMatchObject({ address: "新址 2 号", shortName: null });
    expect(organisations.find((one) => one.id === b)?.values).toMatchObject({ address: "示例路 1 号" });
  });

  it("is refused where the preview is old, and undoing where the kept one has been merged on", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    const stale = { keep: a, drop: [b], versions: { [a]: 1, [b]: 7 } };
    await expect(call(program, "companies", "merge", stale)).rejects.toMatchObject({ problem: { code: "E-CMP-02" } });
    await expect(call(program, "companies", "mergePreview", { keep: a, drop: [a] })).rejects.toMatchObject({
      problem: { code: "E-CMP-01" },
    });
    const c = await save(program, "organisations", { name: "圆友集团" });
    const { id } = await merge(program, a, [b]);
    const later = await merge(program, c, [a]);
    await expect(call(program, "companies", "unmerge", { merge: id })).rejects.toMatchObject({
      problem: { code: "E-CMP-04" },
    });
    await call(program, "companies", "unmerge", { merge: later.id });
    await call(program, "companies", "unmerge", { merge: id });
    expect(await list(program, "organisations")).toHaveLength(3);
  });

  it("drops a relation between the two, and brings it back", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    await save(program, "organisationRelations", {
      upperOrganisation: a,
      lowerOrganisation: b,
      relationKind: "更名自",
    });
    const { id } = await merge(program, a, [b]);
    expect(await list(program, "organisationRelations")).toEqual([]);
    await call(program, "companies", "unmerge", { merge: id });
    expect(await list(program, "organisationRelations")).toHaveLength(1);
  });
});

describe("imports around a merge", () => {
  const file = (program: Program, lines: readonly string[]) => {
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    return { tickets: [program.services.tickets.issue({ name: "2012年科技项目.csv", bytes })] };
  };
  const rows = ["项目名称,承担单位,立项年度", "项目乙,圆友重工科技有限公司,2012"];

  it("what was staged before goes to the one that is kept", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    const [report] = await call<ImportReport[]>(program, "importing", "stage", file(program, rows));
    await merge(program, a, [b]);
    await call(program, "importing", "apply", { batch: report?.batch });
    const made = (await list(program, "projects")).find(({ values }) => values["title"] === "项目乙");
    expect(made?.values).toMatchObject({ undertaker: a });
    expect(await list(program, "organisations")).toHaveLength(1);
  });

  it("a list that uses the dropped name finds the kept one, and a batch taken back leaves nothing dangling", async () => {
    const program = await emptyProgram();
    const { a, b } = await twoOfOne(program);
    const [first] = await call<ImportReport[]>(
      program,
      "importing",
      "stage",
      file(program, [...rows, "项目丙,圆友集团,2012"]),
    );
    await call(program, "importing", "apply", { batch: first?.batch });
    const group = (await list(program, "organisations")).find(({ values }) => values["name"] === "圆友集团")?.id ?? "";
    await merge(program, a, [b, group]);
    const [again] = await call<ImportReport[]>(
      program,
      "importing",
      "stage",
      file(program, [...rows, "项目丁,圆友集团,2012"]),
    );
    expect(again?.counts).toMatchObject({ added: 1, same: 1, stubs: 0 });
    await call(program, "importing", "takeBack", { batch: first?.batch });
    const live = JSON.stringify(await liveRecords(program.services.database().read));
    for (const id of [b, group]) expect(live).not.toContain(id);
  });
});
