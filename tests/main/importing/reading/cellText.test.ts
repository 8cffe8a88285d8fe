import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { cleaned, unescaped } from "../../../../main/importing/reading/cellText.ts";

test("what is left can always stand in an XML document", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = cleaned(text).replace(/[&<>\r]/gu, (character) => `&#${character.charCodeAt(0)};`);
      let read = "";
      const parser = new SaxesParser();
      parser.on("text", (piece) => (read += piece));
      parser.write(`<t>${escaped}</t>`).close();
      expect(read).toBe(cleaned(text));
    }),
    { numRuns: 500 },
  );
});

test("forbidden characters go, everything else stays", () => {
  expect(cleaned("甲\0乙\u000B丙\uFFFE丁\uFFFF\uD800戊\t\r\n😀\u202E\u3000")).toBe("甲乙丙丁戊\t\r\n😀\u202E\u3000");
});

test.each([
  ["一_x000D_二", "一\r二"],
  ["_x005F_x000D_", "_x000D_"],
  ["_xFFFE_甲_x0000_", "甲"],
  ["_xD83D__xDE00_", "😀"],
  ["_xD83D_甲", "甲"],
  ["_x00G0_ _x12_ max_x", "_x00G0_ _x12_ max_x"],
])("%s is %s", (stored, text) => expect(unescaped(stored)).toBe(text));
