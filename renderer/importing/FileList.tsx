import { Button } from "antd";
import type { ReactElement } from "react";
import "./check/check.css";
import { FileLine } from "./FileLine.tsx";
import { setImports, useImports } from "./importStore.ts";
import { type FileGroup, fileGroups, groupOf, type TakenFile } from "./taken.ts";

/** One report for all: how many stand where, each kind to be looked at by itself, and a line for each file. */
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
  const { shown } = useImports();
  const groups = (Object.keys(fileGroups) as FileGroup[]).flatMap((group) => {
    const count = files.filter((file) => groupOf(file) === group).length;
    return count === 0 ? [] : [{ group, count }];
  });
  // The last one of a kind may just have gone on to another.
  const kind = groups.some(({ group }) => group === shown) ? shown : null;
  const lines = kind === null ? files : files.filter((file) => groupOf(file) === kind);
  return (
    <section className="card file-list" aria-label="本次文件">
      <h2>
        本次 {files.length} 个文件：{groups.length === 1 ? groups.map(({ group, count }) => words(group, count)) : null}
        {groups.length < 2 ? null : (
          <span className="chips">
            {groups.map(({ group, count }) => (
              <button
                key={group}
                type="button"
                className={group === kind ? "chip on" : "chip"}
                aria-pressed={group === kind}
                onClick={() => setImports({ shown: group === kind ? null : group })}
              >
                {words(group, count)}
              </button>
            ))}
          </span>
        )}
        <span className="page-space" />
        <Button size="small" disabled={busy} onClick={onClose}>
          收起清单
        </Button>
      </h2>
      <div className="file-lines">
        {lines.map((file) => (
          <FileLine key={file.key} file={file} busy={busy} year={year} />
        ))}
      </div>
    </section>
  );
}

const words = (group: FileGroup, count: number): string => `${fileGroups[group]} ${count}`;
