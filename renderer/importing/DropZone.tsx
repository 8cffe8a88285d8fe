import { App, Button } from "antd";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { droppedFiles } from "./droppedFiles.ts";
import { pastedFile } from "./pasted.ts";

interface Props {
  readonly onFiles: (files: File[]) => void;
  readonly compact: boolean;
}

/**
 * Files come by button, by folder, dropped anywhere on the window, folders among them, or as cells from the clipboard.
 * What comes while others are read waits for its turn.
 */
export function DropZone({ onFiles, compact }: Props): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const over = useDrop(onFiles);
  usePaste(onFiles);
  const input = {
    type: "file",
    hidden: true,
    onChange: (event: { target: HTMLInputElement }) => {
      onFiles([...(event.target.files ?? [])]);
      event.target.value = "";
    },
  };
  return (
    <div className={`drop-zone${over ? " over" : ""}${compact ? " compact" : ""}`}>
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
      <Button type={compact ? "default" : "primary"} onClick={() => files.current?.click()}>
        选择文件
      </Button>
      <Button onClick={() => folder.current?.click()}>选择文件夹</Button>
    </div>
  );
}

/** @returns whether something is held over the window. A drop beside the box is meant all the same. */
function useDrop(onFiles: Props["onFiles"]): boolean {
  const [over, setOver] = useState(false);
  const newest = useNewest(onFiles);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setOver(true);
    };
    // On its way out of the window, not from one part of it to the next.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => newest.current(files));
    };
    document.addEventListener("dragover", drag);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", drag);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [newest]);
  return over;
}

/** Ctrl+V anywhere on the page but in a box that takes text. */
function usePaste(onFiles: Props["onFiles"]): void {
  const { message } = App.useApp();
  const newest = useNewest(onFiles);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      if (clipboardData === null || (target instanceof HTMLElement && target.closest("input, textarea") !== null))
        return;
      // A copied range comes with a picture of itself.
      const cells = pastedFile(clipboardData, new Date());
      const files = cells === null ? [...clipboardData.files] : [cells];
      if (files.length > 0) newest.current(files);
      else void message.info("剪贴板里没有表格。请在表格里连同表头复制一片，再到这里按 Ctrl+V。");
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [message, newest]);
}

function useNewest<T>(value: T): { readonly current: T } {
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  });
  return newest;
}
