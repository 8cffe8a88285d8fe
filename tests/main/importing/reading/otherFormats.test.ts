import { describe, expect, test } from "vitest";
import { fields } from "../../../support/biff.ts";
import { wide32, xlsbCell, xlsbParts, xlsbRecord, xlsbRow } from "../../../support/xlsb.ts";
import { zip } from "../../../support/zip.ts";
import { odsBytes, xmlBytes } from "./otherBooks.ts";
import { cellsHere, readHere, refusalHere } from "./readHere.ts";

describe("web pages", () => {
  test("cells are text as written, spans are merges, hidden rows are marked", async () => {
    const page = `<html><body><table><tr><th colspan=2>名单 &amp; 数</th></tr>
      <tr><td rowspan="2">01</td><td>1,234.50<br>元</td></tr><tr style="display:none"><td> 甲&nbsp;乙\n丙 </td></tr></table></body></html>`;
    const { kind, sheets } = await readHere(page, {}, "名单.xls");
    expect(kind).toBe("html");
    expect(sheets).toMatchObject([
      {
        name: "名单",
        merges: [
          { top: 1, left: 1, bottom: 1, right: 2 },
          { top: 2, left: 1, bottom: 3, right: 1 },
        ],
        rows: [
          { row: 1, cells: [{ column: 1, text: "名单 & 数", type: "text" }] },
          {
            row: 2,
            cells: [
              { column: 1, text: "01", type: "text" },
              { column: 2, text: "1,234.50\n元" },
            ],
          },
          { row: 3, hidden: true, cells: [{ column: 2, text: "甲 乙 丙" }] },
        ],
      },
    ]);
  });

  test("tables follow one another; scripts, comments and what is outside tables are no rows", async () => {
    const page = `<!-- <table><tr><td>无 --><div>题</div><script>"<tr><td>无"</script><table><tr><td>甲</table><table><tr><td><table><tr><td>乙<td>丙</table></table>`;
    expect(await cellsHere(page)).toEqual(["R1C1 text 甲", "R2C1 text 乙", "R2C2 text 丙"]);
  });

  test("GBK, and quotes with brackets inside", async () => {
    const gbk = Buffer.concat([
      Buffer.from(`<table><tr><td title="a>b">`),
      Buffer.from("bcd7", "hex"),
      Buffer.from("</td></tr></table>"),
    ]);
    expect(await cellsHere(gbk)).toEqual(["R1C1 text 甲"]);
  });

  test("a page without a table is told so", async () =>
    expect((await refusalHere("<html><body><p>请登录")).code).toBe("E-IMP-15"));
});

describe("binary workbooks (.xlsb)", () => {
  const sheet = [
    xlsbRecord(60, fields(["u32", 1], ["u32", 16_383], ["u32", 0], ["u32", 0], ["u16", 1])),
    xlsbRecord(145),
    xlsbRow(2, true),
    xlsbCell(7, 0, fields(["u32", 0])),
    xlsbCell(5, 1, fields(["f64", 41_075]), 1),
    xlsbCell(2, 2, fields(["u32", ((123 << 2) | 3) >>> 0])),
    xlsbCell(4, 3, fields(["u8", 1])),
    xlsbCell(6, 4, wide32("01")),
    xlsbCell(9, 5, fields(["f64", 0.5], ["u16", 0])),
    xlsbRecord(146),
    xlsbRecord(176, fields(["u32", 0], ["u32", 1_048_575], ["u32", 0], ["u32", 16_383])),
  ];

  test("cells, formats, dates, merges, what is hidden", async () => {
    const { kind, sheets, notes } = await readHere(zip(xlsbParts(sheet, ["甲"])));
    expect([kind, notes]).toEqual(["xlsb", ["含公式 1 处，取文件里保存的结果。"]]);
    expect(sheets).toMatchObject([
      { name: "表1", date1904: true, merges: [{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }] },
    ]);
    expect(sheets[0]?.hiddenColumns).toHaveLength(511);
    expect(sheets[0]?.rows).toEqual([
      {
        row: 3,
        hidden: true,
        cells: [
          { column: 1, text: "甲", type: "text" },
          { column: 2, text: "41075", type: "number", format: 'yyyy"年"', isDate: true },
          { column: 3, text: "1.23", type: "number" },
          { column: 4, text: "TRUE", type: "boolean" },
          { column: 5, text: "01", type: "text" },
          { column: 6, text: "0.5", type: "number", formula: true },
        ],
      },
    ]);
  });

  test.each([
    ["rows that go back", [xlsbRow(5), xlsbCell(4, 0, fields(["u8", 1])), xlsbRow(4)], "E-IMP-42"],
    ["a row beyond the grid", [xlsbRow(2_000_000)], "E-IMP-42"],
    ["a text that is not there", [xlsbRow(0), xlsbCell(7, 0, fields(["u32", 9]))], "E-IMP-41"],
    ["a record of 250 MB", [xlsbRecord(6, Buffer.alloc(8), 250_000_000)], "E-IMP-43"],
    ["a record cut off", [xlsbRecord(6, Buffer.alloc(8), 20)], "E-IMP-30"],
  ])("%s", async (_what, records, code) => expect((await refusalHere(zip(xlsbParts(records)))).code).toBe(code));
});

describe("OpenDocument (.ods)", () => {
  test("stored values, texts, dates, merges, what is hidden; blank repeats cost nothing", async () => {
    const rows = `<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
      <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row table:visibility="collapse">
        <table:table-cell office:value-type="float" office:value="1.50" table:formula="of:=1" table:number-columns-repeated="2"><text:p>1.5</text:p></table:table-cell>
        <table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p></table:table-cell>
        <table:covered-table-cell/>
        <table:table-cell office:value-type="date" office:date-value="2012-06-15"><text:p>6月</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.12"/>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
      </table:table-row>
      <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const { kind, sheets } = await readHere(odsBytes(rows));
    expect(kind).toBe("ods");
    expect(sheets).toEqual([
      {
        name: "表1",
        index: 0,
        hidden: true,
        date1904: false,
        hiddenColumns: [3],
        merges: [{ top: 4, left: 3, bottom: 5, right: 4 }],
        rows: [
          {
            row: 4,
            hidden: true,
            cells: [
              { column: 1, text: "1.50", type: "number", formula: true },
              { column: 2, text: "1.50", type: "number", formula: true },
              { column: 3, text: "甲  乙\n丙", type: "text" },
              { column: 5, text: "2012-06-15", type: "dateIso", isDate: true },
              { column: 6, text: "0.12", type: "number", format: "0.00%" },
              { column: 7, text: "TRUE", type: "boolean" },
            ],
          },
        ],
      },
    ]);
  });

  test("a million repeats of something are rows like any others", async () => {
    const row = `<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`;
    expect((await refusalHere(odsBytes(row))).code).toBe("E-IMP-44");
  });
});

describe("XML spreadsheets of Excel 2003", () => {
  test("types, formats, formulas, merges, gaps, what is hidden", async () => {
    const table = `<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
      <Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="String">甲&#10;乙</Data><Comment><Data ss:Type="String">批注</Data></Comment></Cell>
      <Cell ss:StyleID="d"><Data ss:Type="Number">41075</Data></Cell><Cell ss:Index="6" ss:Formula="=1"><Data ss:Type="Number">1.50</Data></Cell>
      <Cell><Data ss:Type="DateTime">2012-06-15T00:00:00.000</Data></Cell></Row>`;
    const { kind, sheets } = await readHere(xmlBytes(table));
    expect(kind).toBe("xml");
    expect(sheets).toMatchObject([
      {
        name: "表1",
        hidden: true,
        hiddenColumns: [2, 3],
        merges: [{ top: 3, left: 1, bottom: 5, right: 2 }],
        rows: [
          {
            row: 3,
            hidden: true,
            cells: [
              { column: 1, text: "甲\n乙", type: "text" },
              { column: 3, text: "41075", type: "number", format: "yyyy/m/d", isDate: true },
              { column: 6, text: "1.50", type: "number", formula: true },
              { column: 7, text: "2012-06-15T00:00:00.000", type: "dateIso", isDate: true },
            ],
          },
        ],
      },
    ]);
  });

  test("GBK, and places that go back", async () => {
    const row = `<Row><Cell><Data ss:Type="String">XX</Data></Cell></Row>`;
    const gbk = xmlBytes(row)
      .toString("utf8")
      .replace("表1", "T1")
      .replace("XX", "\u00bc\u00d7")
      .replace("UTF-8", "gb2312");
    const { sheets } = await readHere(Buffer.from(gbk, "latin1"));
    expect(sheets[0]?.rows[0]?.cells[0]?.text).toBe("甲");
    expect((await refusalHere(xmlBytes(`<Row ss:Index="3"/><Row ss:Index="2"/>`))).code).toBe("E-IMP-42");
  });
});
