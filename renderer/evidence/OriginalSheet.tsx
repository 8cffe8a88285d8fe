import { Input, Modal, Skeleton } from "antd";
import { type ReactElement, useState } from "react";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";

/** 原表: the stored original around the cell that a value came from, that cell marked. */
export function OriginalSheet({
  batch,
  sheet,
  cell,
  onClose,
}: {
  batch: number;
  sheet: string;
  cell: string;
  onClose: () => void;
}): ReactElement {
  const batches = useQuery("importing", "batches", {});
  const fileHash = batches.data?.find(({ id }) => id === batch)?.fileHash;
  const [password, setPassword] = useState<string | null>(null);
  const asked = { sheet, cell, ...(password === null ? {} : { password }) };
  const view = useQuery("importing", "sheetView", fileHash === undefined ? null : { fileHash, ...asked });
  const isLocked = view.error?.problem.code === "E-IMP-14" || view.error?.problem.code === "E-IMP-22";
  return (
    <Modal
      open
      title={`原表：${view.data?.file ?? ""} › ${sheet} › ${cell}`}
      onCancel={onClose}
      footer={null}
      width={980}
    >
      {view.error === null ? null : <Trouble error={view.error} />}
      {isLocked ? (
        <Input.Search
          type="password"
          enterButton="打开"
          placeholder="打开密码"
          aria-label="打开密码"
          loading={view.isFetching}
          onSearch={(typed) => {
            if (typed !== "") setPassword(typed);
          }}
        />
      ) : view.data === undefined ? (
        <Skeleton active />
      ) : (
        <div className="original">
          <table>
            <thead>
              <tr>
                <th />
                {view.data.rows[0]?.cells.map((_, at) => (
                  <th key={columnName((view.data?.left ?? 1) + at)}>{columnName((view.data?.left ?? 1) + at)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.data.rows.map(({ row, cells }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {cells.map((text, at) => {
                    const column = (view.data?.left ?? 1) + at;
                    const marked = view.data?.marked?.row === row && view.data.marked.column === column;
                    return (
                      <td key={column} className={marked ? "marked" : ""}>
                        {text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}

/** 1 → A, 27 → AA. */
function columnName(column: number): string {
  const letters: string[] = [];
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters.unshift(String.fromCharCode(65 + ((rest - 1) % 26)));
  }
  return letters.join("");
}
