import type { Database } from "../../main/database/open.ts";
import { listRecords } from "../../main/records/list.ts";
import { searchRecords } from "../../main/records/search.ts";
import type { ListInput } from "../../shared/api/api.ts";
import { fill } from "./fill.ts";
import { median, timed } from "./rounds.ts";
import { inDatabase } from "./temporary.ts";

export interface ListBench {
  readonly projects: number;
  /** What was asked, how much was found, and the median of its milliseconds. */
  readonly asked: readonly { readonly words: string; readonly found: number; readonly milliseconds: number }[];
}

const page = { ledger: "projects", limit: 100 };
const ofLevel = [
  { field: "level", in: ["省级"] },
  { field: "year", from: 2010, to: 2012 },
];
/** What people do in the grid; `found` counts all that fit, of which the page shows the first hundred. */
const lists: Readonly<Record<string, ListInput>> = {
  "首页，按级别和年度筛选、按立项经费排序": {
    ...page,
    filter: ofLevel,
    sort: [{ field: "grantAmount", descending: true }],
  },
  "首页，按级别和年度筛选、按承担单位排序": { ...page, filter: ofLevel, sort: [{ field: "undertaker" }] },
  "首页，不筛选，按项目状态排序": { ...page, sort: [{ field: "status", descending: true }] },
  "台账内查两字“水泵”": { ...page, search: "水泵" },
  "台账内查拼音首字母“znsb”": { ...page, search: "znsb" },
};
const searches: Readonly<Record<string, string>> = {
  "全部台账查两字“水泵”": "水泵",
  "全部台账查拼音首字母“znsb”": "znsb",
};

/** List and search among a hundred thousand projects of two thousand companies. */
export async function benchLists(rounds: number, projects = 100_000): Promise<ListBench> {
  return inDatabase(async (database) => {
    await fill(database, { organisations: 2000, projects });
    const questions = questionsOf(database);
    const found: number[] = [];
    for (const { ask } of questions) found.push(await ask());
    const times = await timed(
      rounds,
      ...questions.map(
        ({ ask }) =>
          async () =>
            void (await ask()),
      ),
    );
    return {
      projects,
      asked: questions.map(({ words }, index) => ({
        words,
        found: found[index] ?? 0,
        milliseconds: median(times[index] ?? []),
      })),
    };
  });
}

function questionsOf({ read }: Database): { words: string; ask: () => Promise<number> }[] {
  return [
    ...Object.entries(lists).map(([words, input]) => ({
      words,
      ask: async () => (await listRecords(read, input)).total,
    })),
    ...Object.entries(searches).map(([words, text]) => ({
      words,
      ask: async () => (await searchRecords(read, { text })).length,
    })),
  ];
}
