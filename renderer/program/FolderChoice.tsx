import { Button, Input } from "antd";
import type { ReactElement } from "react";
import { ask } from "../api/client.ts";

interface Props {
  readonly value?: string;
  readonly onChange?: (folder: string) => void;
  /** Whether the system's dialog is there; in a browser the path has to be typed. */
  readonly dialog: boolean;
  readonly placeholder?: string;
  readonly id?: string;
}

/** A folder by its path: typed, or chosen in the system's dialog where there is one. */
export function FolderChoice({ value = "", onChange, dialog, placeholder, id }: Props): ReactElement {
  const choose = async (): Promise<void> => {
    const [chosen] = await ask("files", "choose", { kind: "dataFolder" });
    if (chosen !== undefined) onChange?.(chosen.ticket);
  };
  return (
    <span className="folder-choice">
      <Input
        {...(id === undefined ? {} : { id })}
        value={value}
        placeholder={placeholder ?? "文件夹的完整位置"}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {dialog ? <Button onClick={() => void choose()}>选择…</Button> : null}
    </span>
  );
}
