import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";

export interface LeftOut {
  /** Charts and other tabs without rows. */
  otherTabs: number;
  formulas: number;
  formulasWithoutValue?: number;
  droppedMerges: number;
}

/** Chinese sentences on what of a workbook was not read, the same for every format. */
export function formulaNotes(out: LeftOut, limits: ReadingLimits): string[] {
  const notes: string[] = [];
  if (out.otherTabs > 0) notes.push(`图表等 ${out.otherTabs} 张非表格页，已忽略。`);
  if (out.formulas > 0) notes.push(`含公式 ${spoken(out.formulas, "处")}，取文件里保存的结果。`);
  const without = out.formulasWithoutValue ?? 0;
  if (without > 0) notes.push(`其中 ${spoken(without, "处")}公式没有保存结果，按缺失处理。`);
  if (out.droppedMerges > 0) notes.push(`合并单元格超过 ${spoken(limits.merges, "处")}，其余的未记录。`);
  return notes;
}
