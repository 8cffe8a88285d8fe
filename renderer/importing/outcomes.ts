import type { ImportCounts, RowStanding } from "../../shared/api/api.ts";
import type { Tone } from "../ui/Tag.tsx";

export const outcomes: Readonly<Record<RowStanding, { label: string; tone: Tone }>> = {
  added: { label: "新增", tone: "ok" },
  updated: { label: "更新", tone: "warn" },
  same: { label: "相同", tone: "plain" },
  twin: { label: "疑似重复", tone: "accent" },
  invalid: { label: "有误", tone: "err" },
  skipped: { label: "跳过", tone: "plain" },
};

/** 新增 5，更新 1，相同 0 and whatever else there is to say. */
export function countWords(counts: ImportCounts): string {
  const always = [`新增 ${counts.added}`, `更新 ${counts.updated}`, `相同 ${counts.same}`];
  const sometimes: [string, number][] = [
    ["疑似重复", counts.twins],
    ["有误", counts.invalid],
    ["跳过", counts.skipped],
    ["新单位", counts.stubs],
    ["存疑单元格", counts.doubts],
  ];
  return [...always, ...sometimes.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count}`)].join(
    "，",
  );
}
