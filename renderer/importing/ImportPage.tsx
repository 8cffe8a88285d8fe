import { App, Button } from "antd";
import type { ReactElement } from "react";
import { useScope } from "../api/scope.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { BatchList } from "./BatchList.tsx";
import { DropZone } from "./DropZone.tsx";
import { FileReport } from "./FileReport.tsx";
import "./import.css";
import { waiting, type TakenFile } from "./taken.ts";
import { useImports } from "./useImports.ts";

/** Choose files or a folder, look at what was understood, confirm, and take back. */
export function ImportPage(): ReactElement {
  const { year } = useScope();
  const { message } = App.useApp();
  const imports = useImports();
  const { files, progress } = imports;
  const open = files.length > 0 || progress !== null;
  const { files: staged, writes } = waiting(files);

  const apply = async (wanted: readonly TakenFile[]): Promise<void> => {
    const done = await imports.apply(wanted);
    if (done > 0) void message.success(`已导入 ${done} 个文件，随时可以撤销`);
  };

  return (
    <Page
      title="导入"
      aside={<span className="quiet">看不懂的单元格留空并列出；原文件随批保存；导入后随时可撤销</span>}
      actions={
        <>
          {staged.length > 1 ? (
            <Button type="primary" disabled={progress !== null} onClick={() => void apply(staged)}>
              全部确认导入（{staged.length} 个文件，{writes} 条）
            </Button>
          ) : null}
          {open ? (
            <Button onClick={imports.close} disabled={progress !== null}>
              返回批次列表
            </Button>
          ) : null}
        </>
      }
    >
      <Trouble error={imports.error} />
      <DropZone compact={open} disabled={progress !== null} onFiles={(chosen) => void imports.take(chosen, year)} />
      {progress === null ? null : (
        <output className="notice progress">
          {progress}
          <Button size="small" onClick={imports.cancel}>
            停止
          </Button>
        </output>
      )}
      {files.map((file) => (
        <FileReport
          key={file.key}
          file={file}
          opened={files.length === 1}
          busy={progress !== null}
          onApply={() => void apply([file])}
          onGiveUp={() => void imports.giveUp(file)}
        />
      ))}
      {open ? null : <BatchList onResume={imports.resume} />}
    </Page>
  );
}
