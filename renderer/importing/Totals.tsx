import type { ReactElement } from "react";
import type { CheckedSum, ImportReport } from "../../shared/api/api.ts";

/**
 * 合计行核对: whether the totals that the sender wrote agree with the rows, by column, with both numbers where they do
 * not. Silent where no total was written.
 */
export function Totals({
  report,
  onMark,
}: {
  report: Pick<ImportReport, "tables">;
  onMark: (sheet: string, cell: string) => void;
}): ReactElement | null {
  const { agreed, wrong } = totalsOf(report);
  if (agreed.length + wrong.length === 0) return null;
  return (
    <span className="totals">
      {agreed.length === 0 ? null : (
        <span className="tag ok totals-agreed" title={agreed.map(({ words }) => words).join("\n")}>
          ✓ 合计相符：{[...new Set(agreed.map(({ label }) => label))].join("、")}
        </span>
      )}
      {wrong.slice(0, 2).map(({ sheet, cell, label, words, written, summed }) => (
        <button
          key={`${sheet}${cell}`}
          type="button"
          className="tag warn link"
          title={`${words}。点开看原表`}
          onClick={() => onMark(sheet, cell)}
        >
          {label}合计不符：写 {written}，各行相加 {summed}
        </button>
      ))}
      {wrong.length > 2 ? <span title={wrong.map(({ words }) => words).join("\n")}>等 {wrong.length} 处</span> : null}
    </span>
  );
}

interface Sum extends CheckedSum {
  readonly sheet: string;
  /** In full: where, which column, which numbers. */
  readonly words: string;
}

/** All sums that were compared, in the order of the sheets. */
export function totalsOf({ tables }: Pick<ImportReport, "tables">): { agreed: Sum[]; wrong: Sum[] } {
  const all = tables.flatMap(({ sheet, totals = [] }) =>
    totals.flatMap(({ row, words, columns }) =>
      columns.map((sum): Sum => {
        const place = `第 ${row} 行“${words}”，${sum.label}（${sum.cell}）`;
        const numbers = sum.agrees
          ? `${sum.written}，与各行相加相符`
          : `写的是 ${sum.written}，各行相加是 ${sum.summed}`;
        return { ...sum, sheet, words: `${tables.length > 1 ? `${sheet} ` : ""}${place}${numbers}` };
      }),
    ),
  );
  return { agreed: all.filter(({ agrees }) => agrees), wrong: all.filter(({ agrees }) => !agrees) };
}
