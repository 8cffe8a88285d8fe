import { App, Button } from "antd";
import { type ReactElement, useState } from "react";
import { useNavigate } from "react-router";
import type { ProgramState } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { FolderChoice } from "./FolderChoice.tsx";

type Act = "move" | "connect";
const acts: Readonly<Record<Act, { label: string; say: string; go: string; done: string }>> = {
  move: {
    label: "移动数据",
    say: "把数据复制到一个空文件夹，核验后改用那里的；原来的数据留在原处不删。备份不随着走。",
    go: "移动到这里",
    done: "已移动，今后用新的文件夹；原来的数据还在原处",
  },
  connect: {
    label: "打开另一个数据文件夹",
    say: "改用另一个文件夹里已有的科绩数据。现在的数据不受影响，随时可以再打开。",
    go: "打开",
    done: "已打开",
  },
};

/** Where the data lie, and the two ways to another place. */
export function DataFolder({ state }: { state: ProgramState }): ReactElement {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [act, setAct] = useState<Act | null>(null);
  const [folder, setFolder] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ProblemError | null>(null);

  const start = (next: Act | null): void => {
    setAct(next);
    setFolder("");
    setError(null);
  };
  const run = async (chosen: Act): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await ask("program", chosen, { folder: folder.trim() });
      void message.success(acts[chosen].done);
      if (chosen === "connect") {
        // Other data: nothing on screen is true any more.
        await navigate("/");
        await queryClient.resetQueries();
      } else {
        await queryClient.invalidateQueries();
      }
      start(null);
    } catch (caught) {
      if (caught instanceof ProblemError) setError(caught);
      else throw caught;
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="card">
      <h2>
        数据文件夹<span>{state.district?.name ?? ""}</span>
      </h2>
      <p className="settings-path">{state.folder}</p>
      {act === null ? (
        <span className="settings-actions">
          <Button onClick={() => start("move")}>移动数据</Button>
          <Button onClick={() => start("connect")}>打开另一个数据文件夹</Button>
        </span>
      ) : (
        <>
          <p>{acts[act].say}</p>
          <FolderChoice
            id="data-folder"
            value={folder}
            onChange={setFolder}
            dialog={state.host === "electron"}
            placeholder={act === "move" ? "新文件夹的完整位置" : "已有数据的文件夹"}
          />
          <Trouble error={error} />
          <span className="settings-actions">
            <Button type="primary" loading={busy} disabled={folder.trim() === ""} onClick={() => void run(act)}>
              {acts[act].go}
            </Button>
            <Button disabled={busy} onClick={() => start(null)}>
              取消
            </Button>
          </span>
        </>
      )}
    </section>
  );
}
