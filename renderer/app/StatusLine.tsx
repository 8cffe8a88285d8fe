import type { ReactElement } from "react";
import type { ProgramState } from "../../shared/api/api.ts";

const time = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short", timeStyle: "short" });

export function StatusLine({ state }: { state: ProgramState }): ReactElement {
  return (
    <footer className="frame-foot">
      <span>{state.lastSavedAt === null ? "就绪" : `已保存 ${time.format(new Date(state.lastSavedAt))}`}</span>
      <span>数据文件夹 {state.folder}</span>
      <span>科绩 {state.version}</span>
      <span>本系统不得存储、处理国家秘密</span>
    </footer>
  );
}
