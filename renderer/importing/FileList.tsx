import { Button } from "antd";
import type { ReactElement } from "react";
import { FileLine } from "./FileLine.tsx";
import type { TakenFile } from "./taken.ts";

/** One report for all: how many stand where, and a line for each. */
export function FileList({
  files,
  busy,
  year,
  onClose,
}: {
  files: readonly TakenFile[];
  busy: boolean;
  year: number;
  onClose: () => void;
}): ReactElement {
  return (
    <section className="card file-list" aria-label="本次文件">
      <h2>
        {summary(files)}
        <Button size="small" disabled={busy} onClick={onClose}>
          收起清单
        </Button>
      </h2>
      <div className="file-lines">
        {files.map((file) => (
          <FileLine key={file.key} file={file} busy={busy} year={year} />
        ))}
      </div>
    </section>
  );
}

const words: Readonly<Record<TakenFile["state"], string>> = {
  waiting: "未读",
  reading: "在读",
  locked: "要密码",
  staged: "待确认",
  applied: "已导入",
  refused: "不能导入",
  "given up": "已放弃",
};

function summary(files: readonly TakenFile[]): string {
  const by = Object.entries(words).flatMap(([state, word]) => {
    const count = files.filter((file) => file.state === state).length;
    return count === 0 ? [] : [`${word} ${count}`];
  });
  return `本次 ${files.length} 个文件：${by.join("，")}`;
}
