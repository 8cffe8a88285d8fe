import { describe, expect, test } from "vitest";
import { cellsHere, firstCell, readHere, refusalHere } from "./readHere.ts";
import { mainNamespace, tinySheet } from "./tinyWorkbook.ts";

const oneCell = (xml: string, rest = {}) => firstCell(tinySheet(`<row r="1">${xml}</row>`, rest));

describe("values keep what the file says", () => {
  test.each([
    ["0.1", "number"],
    ["123456789012345678", "number"],
    ["1.10", "number"],
    ["-1.5E-3", "number"],
    ["1e999", "text"],
    ["NaN", "text"],
    ["0x10", "text"],
    ["Infinity", "text"],
  ])("<v>%s</v> is %s", async (text, type) =>
    expect(await oneCell(`<c r="A1"><v> ${text}\n</v></c>`)).toEqual({ column: 1, text, type }),
  );

  test("booleans, errors and ISO dates", async () => {
    const row = `<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2012-06-15</v></c></row>`;
    expect(await cellsHere(tinySheet(row))).toEqual([
      "R1C1 boolean TRUE",
      "R1C2 boolean FALSE",
      "R1C3 error #REF!",
      "R1C4 dateIso 2012-06-15",
    ]);
  });

  test("a text that looks like a number stays text, leading zeros and all", async () => {
    expect(await oneCell(`<c r="A1" t="inlineStr"><is><t>00120</t></is></c>`)).toMatchObject({
      text: "00120",
      type: "text",
    });
  });

  test("cells without content, blank texts and styled blanks are no cells", async () => {
    const styles = `<cellXfs><xf numFmtId="14"/></cellXfs>`;
    const cells = `<c r="A1" s="0"/><c r="B1" t="str"><v></v></c><c r="C1"><v/></c><c r="D1" t="s"><v>0</v></c><c r="E1"><v>1</v></c>`;
    const sharedStrings = `<si><t/></si>`;
    expect(await cellsHere(tinySheet(`<row r="1">${cells}</row>`, { styles, sharedStrings }))).toEqual([
      "R1C5 number 1",
    ]);
  });
});

describe("text", () => {
  const shared = async (items: string, index = 0) =>
    (await oneCell(`<c r="A1" t="s"><v>${index}</v></c>`, { sharedStrings: items }))?.text;

  test("runs are joined, readings left out", async () => {
    expect(
      await shared(`<si><r><t>科</t></r><r><rPr/><t xml:space="preserve">绩 </t></r><rPh sb="0"><t>ji</t></rPh></si>`),
    ).toBe("科绩 ");
    expect(
      await oneCell(`<c t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>乙</t></r></is></c>`),
    ).toMatchObject({ text: "甲乙" });
  });

  test("entities, CDATA and _xHHHH_ are decoded; what XML forbids is dropped", async () => {
    expect(await shared(`<si><t>A&amp;B&#x4E00;<![CDATA[<甲>]]>_x000D__x005F_x0041_</t></si>`)).toBe(
      "A&B一<甲>\r_x0041_",
    );
    expect(await shared(`<si><t>甲&#0;乙&#xFFFE;丙_x0000_\u0001丁</t></si>`)).toBe("甲乙丙丁");
    expect(await shared(`<si><t>甲&amp;#0;</t></si>`)).toBe("甲&#0;");
  });

  test("strings beyond the first blocks of the table are found by their place", async () => {
    const items = Array.from({ length: 2_500 }, (_, at) => `<si><t>名${at}😀</t></si>`).join("");
    for (const at of [0, 1_023, 1_024, 2_047, 2_048, 2_499]) expect(await shared(items, at)).toBe(`名${at}😀`);
  });

  test.each(["2500", "-1", "0.5", "x", "5000000000"])("place %s of 2500 is refused with the cell", async (place) => {
    const items = `<si><t>甲</t></si>`.repeat(2_500);
    const bytes = tinySheet(`<row r="3"><c r="B3" t="s"><v>${place}</v></c></row>`, { sharedStrings: items });
    expect(await refusalHere(bytes)).toMatchObject({
      code: "E-IMP-41",
      message: expect.stringContaining("第 3 行 B 列"),
    });
  });
});

describe("formulas", () => {
  test.each([
    [`<f>1+1</f><v>2</v>`, "n", { text: "2", type: "number", formula: true }],
    [`<f>A</f><v>甲</v>`, "str", { text: "甲", type: "text", formula: true }],
    [`<f t="shared" si="0"/><v>#N/A</v>`, "e", { text: "#N/A", type: "error", formula: true }],
    [`<f>1+1</f>`, "n", { text: "", type: "formulaWithoutValue", formula: true }],
    [`<f>1+1</f><v></v>`, "n", { text: "", type: "formulaWithoutValue", formula: true }],
    [`<f>A</f>`, "str", { text: "", type: "formulaWithoutValue", formula: true }],
  ])("%s of type %s", async (xml, type, expected) =>
    expect(await oneCell(`<c r="A1" t="${type}">${xml}</c>`)).toEqual({ column: 1, ...expected }),
  );

  test("one that gave the empty text is blank, not missing", async () => {
    const row = `<row><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>`;
    expect(await cellsHere(tinySheet(row))).toEqual(["R1C2 number 1"]);
  });

  test("are told of, and so are those without a result", async () => {
    const { notes } = await readHere(tinySheet(`<row><c><f>1</f><v>1</v></c><c><f>2</f></c></row>`));
    expect(notes).toEqual(["含公式 2 处，取文件里保存的结果。", "其中 1 处公式没有保存结果，按缺失处理。"]);
  });
});

describe("formats", () => {
  const styles = `<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="10"/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="176" formatCode="0"/></dxf></dxfs>`;
  test.each([
    [0, {}],
    [1, { format: 'yyyy"年"m"月"d"日"', isDate: true }],
    [2, { format: 'yyyy"年"', isDate: true }],
    [3, { format: "0.00%" }],
  ])("style %i", async (style, expected) =>
    expect(await oneCell(`<c r="A1" s="${style}"><v>41075</v></c>`, { styles })).toEqual({
      column: 1,
      text: "41075",
      type: "number",
      ...expected,
    }),
  );

  test("a style that does not exist is refused where there are styles, General where there are none", async () => {
    const bytes = tinySheet(`<row r="1"><c r="A1" s="9"><v>1</v></c></row>`, { styles });
    expect(await refusalHere(bytes)).toMatchObject({ code: "E-IMP-41", message: expect.stringContaining("A 列") });
    expect(await oneCell(`<c r="A1" s="9"><v>1</v></c>`)).toEqual({ column: 1, text: "1", type: "number" });
  });
});

describe("places", () => {
  test("cells and rows without r follow on; given ones lead", async () => {
    const rows = `<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>
      <row r="9"><c r="C9"><v>5</v></c></row><row><c r="A20"><v>6</v></c></row><row><c><v>7</v></c></row>`;
    const places = (await cellsHere(tinySheet(rows))).map((cell) => cell.split(" ")[0]);
    expect(places).toEqual(["R1C1", "R1C4", "R1C5", "R2C1", "R9C3", "R20C1", "R21C1"]);
  });

  test("cells out of order are put in order", async () => {
    expect(await cellsHere(tinySheet(`<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`))).toEqual([
      "R1C1 number 1",
      "R1C3 number 3",
    ]);
  });

  test.each([
    ["twice in a row", `<row r="5"><c r="A5"><v>1</v></c><c r="A5"><v>2</v></c></row>`],
    ["a row twice", `<row r="5"><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row>`],
    ["a cell of another row", `<row r="5"><c r="A6"><v>1</v></c></row>`],
    ["row 0", `<row r="0"><c><v>1</v></c></row>`],
    ["row 99999999999", `<row r="99999999999"><c><v>1</v></c></row>`],
    ["row -1", `<row r="-1"><c><v>1</v></c></row>`],
    ["column XFE", `<row r="5"><c r="XFE5"><v>1</v></c></row>`],
    ["a reference that is none", `<row r="5"><c r="甲"><v>1</v></c></row>`],
  ])("%s is refused", async (_what, rows) => expect((await refusalHere(tinySheet(rows))).code).toBe("E-IMP-42"));
});

describe("hidden and merged", () => {
  test("hidden rows, columns and sheets are kept and marked", async () => {
    const { sheets } = await readHere(
      tinySheet(`<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>`, {
        before: `<cols><col min="2" max="3" hidden="1"/><col min="4" max="5"/><col min="500" max="16384" hidden="true"/></cols>`,
      }),
    );
    expect(sheets[0]?.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [1, true],
      [2, undefined],
    ]);
    expect(sheets[0]?.hiddenColumns).toEqual([2, 3, ...Array.from({ length: 13 }, (_, at) => 500 + at)]);
  });

  test("merges are corners, whatever their size; one that is none is left out", async () => {
    const after = `<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B3:A2"/><mergeCell ref="坏"/></mergeCells>`;
    const { sheets } = await readHere(tinySheet(`<row><c><v>1</v></c></row>`, { after }));
    expect(sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 1, left: 1, bottom: 1_048_576, right: 16_384 },
      { top: 2, left: 1, bottom: 3, right: 2 },
    ]);
  });

  test("more merges than the limit are told of, not refused", async () => {
    const after = `<mergeCells>${`<mergeCell ref="A1:B1"/>`.repeat(20_001)}</mergeCells>`;
    const { sheets, notes } = await readHere(tinySheet(`<row><c><v>1</v></c></row>`, { after }));
    expect(sheets[0]?.merges).toHaveLength(20_000);
    expect(notes).toEqual(["合并单元格超过 2 万处，其余的未记录。"]);
  });

  test("elements of other makers are left out with all they hold", async () => {
    const row = `<row><x:c xmlns:x="urn:x"><v xmlns="${mainNamespace}">9</v></x:c><c><v>1</v><x:v xmlns:x="urn:x">2</x:v></c></row>`;
    expect(await cellsHere(tinySheet(row))).toEqual(["R1C1 number 1"]);
  });
});
