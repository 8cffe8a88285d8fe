import { Button } from "antd";
import { type DragEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { droppedFiles } from "./droppedFiles.ts";
import { pastedFile } from "./pasted.ts";

interface Props {
  readonly onFiles: (files: File[]) => void;
  readonly compact: boolean;
  readonly disabled: boolean;
}

/** Files come by button, by folder, dropped on it, folders among them, or as cells from the clipboard. */
export function DropZone({ onFiles, compact, disabled }: Props): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  usePaste(disabled ? null : onFiles);
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
      <input
        ref={files}
        {...input}
        multiple
        accept=".xlsx,.xlsm,.xls,.et,.xlsb,.ods,.csv,.txt,.htm,.html,.xml"
        aria-label="工作簿"
      />
      {/* The attribute is not in React's types but in every Chromium. */}
      <input ref={folder} {...input} {...{ webkitdirectory: "" }} aria-label="文件夹" />
      <p>
        {compact
          ? "再拖入工作簿，或"
          : "把企业、街道报来的工作簿或文件夹拖到这里，一个或几十个都行；也可以在表格里复制一片，到这里按 Ctrl+V"}
      </p>
      <Button type={compact ? "default" : "primary"} disabled={disabled} onClick={() => files.current?.click()}>
        选择文件
      </Button>
      <Button disabled={disabled} onClick={() => folder.current?.click()}>
        选择文件夹
      </Button>
    </div>
  );
}

/** Ctrl+V anywhere on the page but in a box that takes text. */
function usePaste(onFiles: Props["onFiles"] | null): void {
  const newest = useRef(onFiles);
  useEffect(() => {
    newest.current = onFiles;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      if (clipboardData === null || (target instanceof HTMLElement && target.closest("input, textarea") !== null))
        return;
      const chosen = [...clipboardData.files];
      const cells = pastedFile(clipboardData, new Date());
      // A copied range comes with a picture of itself.
      if (cells !== null) newest.current?.([cells]);
      else if (chosen.length > 0) newest.current?.(chosen);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
