import type { ReactElement } from "react";
import type { ImportCounts, ImportedTable } from "../../../shared/api/api.ts";

/** What confirming does with the rows on which nobody has decided. Silent where there are none. */
export function IfUndecided({
  counts,
  asked,
  onNext,
}: {
  counts: ImportCounts;
  /** A question stands above that says of its cells what becomes of them. */
  asked: boolean;
  /** To the next row with a cell in doubt; null where none is listed. */
  onNext: (() => void) | null;
}): ReactElement | null {
  const words = undecidedWords(counts);
  const doubts = asked ? 0 : counts.doubts;
  return words.length + doubts === 0 ? null : (
    <div className="if-undecided">
      <b>现在确认的话</b>
      <ul>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
        {doubts === 0 ? null : (
          <li>
            {doubts} 格看不懂、还没有改：这些格留空
            {onNext === null ? null : (
              <button type="button" className="link" onClick={onNext}>
                下一处
              </button>
            )}
          </li>
        )}
      </ul>
    </div>
  );
}

function undecidedWords({ nearAdded, nearUpdated, waiting }: ImportCounts): string[] {
  const near = nearAdded + nearUpdated;
  return [
    ...(near === 0 ? [] : [`${near} 行单位名称与已有的相近、还没有选：照常导入，作为新单位，不合并`]),
    ...(waiting === 0 ? [] : [`${waiting} 行有误、分不清或先留下：不导入，留作待处理数据`]),
  ];
}

/** Whether a question leaves cells blank until it is answered. */
export function isAsked({ questions = [] }: ImportedTable): boolean {
  return questions.some(({ presumed }) => presumed === null);
}
