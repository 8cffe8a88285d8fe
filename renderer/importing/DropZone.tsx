import { Button } from "antd";
import { type DragEvent, type ReactElement, useRef, useState } from "react";
import { droppedFiles } from "./droppedFiles.ts";

/** Files come by button, by folder or dropped on it, folders among them. */
export function DropZone({
  onFiles,
  compact,
  disabled,
}: {
  onFiles: (files: File[]) => void;
  compact: boolean;
  disabled: boolean;
}): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void droppedFiles(event.dataTransfer).then(onFiles);
  };
  const input = {
    type: "file",
    hidden: true,
    onChange: (event: { target: HTMLInputElement }) => {
      onFiles([...(event.target.files ?? [])]);
      event.target.value = "";
    },
  };
  return (
    <div
      className={`drop-zone${over ? " over" : ""}${compact ? " compact" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input ref={files} {...input} multiple accept=".xlsx,.xlsm,.xls,.et,.csv,.txt" aria-label="工作簿" />
      {/* The attribute is not in React's types but in every Chromium. */}
      <input ref={folder} {...input} {...{ webkitdirectory: "" }} aria-label="文件夹" />
      <p>{compact ? "再拖入工作簿，或" : "把企业、街道报来的工作簿或文件夹拖到这里，一个或几十个都行"}</p>
      <Button type={compact ? "default" : "primary"} disabled={disabled} onClick={() => files.current?.click()}>
        选择文件
      </Button>
      <Button disabled={disabled} onClick={() => folder.current?.click()}>
        选择文件夹
      </Button>
    </div>
  );
}
