import { Button, Descriptions } from "antd";
import { type ReactElement, useState } from "react";
import type { ProgramState } from "../../shared/api/api.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { Page } from "../ui/Page.tsx";
import { useAttempt } from "../ui/useAttempt.ts";

/** Backups and the health of the data, in plain words. */
export function DataPage({ state }: { state: ProgramState }): ReactElement {
  const { busy, attempt, done } = useAttempt<"backup" | "check">();
  const [lines, setLines] = useState<string[]>([]);
  const backup = (): Promise<void> =>
    attempt("backup", async () => {
      const { file } = await ask("program", "backup", {});
      await queryClient.invalidateQueries({ queryKey: ["program", "state"] });
      done(`已备份并核验：${file}`);
    });
  const check = (): Promise<void> =>
    attempt("check", async () => {
      setLines((await ask("program", "check", {})).lines);
    });
  return (
    <Page
      title="数据管理"
      actions={
        <>
          <Button loading={busy === "check"} onClick={() => void check()}>
            检查数据
          </Button>
          <Button type="primary" loading={busy === "backup"} onClick={() => void backup()}>
            立即备份
          </Button>
        </>
      }
    >
      <div className="card">
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: "folder", label: "数据文件夹", children: state.folder },
            {
              key: "saved",
              label: "最近保存",
              children: state.lastSavedAt?.slice(0, 16).replace("T", " ") ?? "还没有",
            },
            {
              key: "backup",
              label: "最近备份",
              children: state.lastBackupAt?.slice(0, 16).replace("T", " ") ?? "还没有备份",
            },
            {
              key: "total",
              label: "记录总数",
              children: Object.values(state.counts).reduce((sum, count) => sum + count, 0),
            },
          ]}
        />
        <p className="quiet">备份放在数据文件夹里的备份夹，做好后会重新打开核验；请定期另存一份到别的磁盘。</p>
      </div>
      {lines.length === 0 ? null : (
        <ul className="card check-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Page>
  );
}
