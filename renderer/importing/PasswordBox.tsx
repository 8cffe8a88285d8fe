import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { unlock } from "./readFiles.ts";
import type { TakenFile } from "./taken.ts";

/** A locked workbook asks in its own line; a wrong password asks again. */
export function PasswordBox({ file, year }: { file: TakenFile; year: number }): ReactElement {
  const [password, setPassword] = useState("");
  const [words, setWords] = useState("已加密，请输入打开密码");
  const [busy, setBusy] = useState(false);
  const tryIt = async (): Promise<void> => {
    setBusy(true);
    try {
      if (!(await unlock(file, password, year))) setWords("密码不对，请再试");
    } catch (error) {
      setWords(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <form
      className="password-box"
      onSubmit={(event) => {
        event.preventDefault();
        void tryIt();
      }}
    >
      <span className="file-words">{words}</span>
      <Input.Password
        size="small"
        aria-label={`${file.name}的密码`}
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button size="small" htmlType="submit" loading={busy} disabled={password === ""}>
        打开
      </Button>
    </form>
  );
}
