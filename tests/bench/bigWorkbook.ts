import type { Cell, ReadWorkbook } from "../../main/importing/reading/sheet.ts";
import { companyName, dice, workTitle } from "./randomRecords.ts";

// A list of projects as a city might send it: twenty columns, the same in every run.

const headings = [
  "序号",
  "项目名称",
  "项目编号",
  "计划类别",
  "计划年度",
  "级别",
  "承担单位",
  "项目负责人",
  "技术领域",
  "农业项目",
  "起止年限",
  "立项年度",
  "立项时间",
  "总投资",
  "申请经费",
  "立项经费",
  "到位经费",
  "自筹经费",
  "推荐单位",
  "备注",
];
const firstYear = 2003;
const years = 10;

/** What the reader would hand on for a sheet of so many projects, of one company for every fifty of them. */
export function bigWorkbook(projects: number): ReadWorkbook {
  const random = dice(2012);
  const companies = Array.from(
    { length: Math.max(1, projects / 50) },
    (_, index) => `${companyName(random).replace("有限公司", "")}${index}有限公司`,
  );
  const rows = Array.from({ length: projects }, (_, index) => {
    const year = firstYear + random.roll(years);
    const granted = 10 + random.roll(90);
    return [
      index + 1,
      `${workTitle(random)}（${index}）`,
      `${year}GG${String(index).padStart(8, "0")}`,
      random.pick(["国家星火计划", "国家火炬计划", "市科技发展计划"]),
      year,
      random.pick(["国家级", "省级", "市级"]),
      random.pick(companies),
      random.pick(["王建国", "李志强", "张丽华", "刘玉梅"]),
      "先进制造与自动化",
      random.pick(["是", "否"]),
      `${year}.01-${year + 1}.12`,
      year,
      `${year}.${String(1 + random.roll(12)).padStart(2, "0")}.15`,
      1000 + granted,
      granted,
      granted,
      granted,
      random.roll(900),
      "示例市科技局",
      "按合同执行",
    ];
  });
  const sheet = [["示例市科技计划项目立项汇总表"], ["单位：万元"], headings, ...rows];
  return {
    kind: "xlsx",
    notes: [],
    sheets: [
      {
        name: "项目",
        index: 0,
        hidden: false,
        date1904: false,
        merges: [],
        hiddenColumns: [],
        rows: sheet.map((cells, at) => ({ row: at + 1, cells: cells.map((text, column) => cell(text, column + 1)) })),
      },
    ],
  };
}

function cell(content: string | number, column: number): Cell {
  return { column, text: String(content), type: typeof content === "number" ? "number" : "text" };
}
