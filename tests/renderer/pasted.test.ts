import { expect, it } from "vitest";
import { pastedFile } from "../../renderer/importing/pasted.ts";

const now = new Date(2013, 0, 6, 9, 5);
const paste = async (html: string, text: string): Promise<string | null> => {
  const file = pastedFile({ getData: (type) => (type === "text/html" ? html : text) }, now);
  return file === null ? null : await file.text();
};

it("hands on a copied range as the page that it is, without its word on the encoding", async () => {
  const html =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=gb2312></head><body><table><!--StartFragment--><tr><td rowspan=2>甲</td></tr><tr><td>乙</td></tr></table></body></html>';
  const page = await paste(html, "甲\t乙");
  expect(page).toContain("<td rowspan=2>甲</td>");
  expect(page).not.toContain("gb2312");
  expect(page).toMatch(/^<html><meta charset="utf-8">/);
});

it("reads lines with tabs, quoted where a cell has lines or quotes of its own", async () => {
  const page = await paste("", '项目名称\t负责人\r\n"轻质<材料>\n二期"\t"王""工"""\r\n\t\r\n');
  expect(page).toContain(
    '<tr><td>项目名称</td><td>负责人</td></tr>\n<tr><td>轻质&lt;材料&gt;<br>二期</td><td>王"工"</td></tr></table>',
  );
});

it("takes a quote within a cell for itself", async () => {
  expect(await paste("", 'a\tb\n5" 管\t"半\n')).toContain('<td>5" 管</td><td>"半</td>');
});

it("knows that a word, a row or a picture is no table", async () => {
  expect(await paste("<b>项目</b>", "项目")).toBeNull();
  expect(await paste("<table><tr><td>项目</td></tr></table>", "项目\t单位")).toBeNull();
  expect(await paste("", "")).toBeNull();
});
