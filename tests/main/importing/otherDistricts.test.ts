import { describe, expect, it } from "vitest";
import { isDistrictHeading, otherDistricts } from "../../../main/importing/otherDistricts.ts";
import { take } from "./gather.ts";
import { sheetOf } from "./sheets.ts";

describe("rows of other districts", () => {
  it("are those whose cell names another, where some cell names ours", () => {
    expect(otherDistricts(["示例区", "临港区", "", "示例市示例区", "示例", "高新企业"], ["示例区"])).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(otherDistricts(["临港区", "滨海区"], ["示例区"])).toEqual([false, false]);
    expect(isDistrictHeading("所属 区（县）")).toBe(true);
    expect(isDistrictHeading("所属街道")).toBe(false);
  });

  it("stay out of the ledgers, and one line says so", async () => {
    const { gathered, findings } = await take([
      sheetOf([
        ["2012年高新技术企业认定名单"],
        ["企业名称", "所属区县", "发证日期"],
        ["甲公司", "示例区", "2012-11-05"],
        ["乙公司", "临港区", "2012-11-05"],
        ["丙公司", "临港区", "2012-11-05"],
      ]),
    ]);
    expect(gathered.items.filter(({ ledger }) => ledger === "certificates").map(({ row }) => row)).toEqual([3]);
    expect(gathered.items.some(({ ledger }) => ledger === "subdistricts")).toBe(false);
    expect(findings.troubles).toEqual([
      expect.objectContaining({ kind: "warning", cell: "B4", message: "2 行不是本区的，没有导入" }),
    ]);
  });
});
