import { Button, Dropdown, Space } from "antd";
import { type ReactElement, useState } from "react";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useAttempt } from "../ui/useAttempt.ts";
import { PrintPreview } from "./PrintPreview.tsx";

type Form = "docx" | "html" | "txt";
const forms = [
  { key: "docx", label: "Word 文档（.docx）" },
  { key: "html", label: "网页（.html）" },
  { key: "txt", label: "纯文本（.txt）" },
] as const;

/** The report out of the window: looked at as pages, printed, or as a file. */
export function Outputs({ year, asOf, ready }: { year: number; asOf: string; ready: boolean }): ReactElement {
  const { busy, attempt, done } = useAttempt<"preview" | "file">();
  const [preview, setPreview] = useState<string | null>(null);

  const look = (): Promise<void> =>
    attempt("preview", async () => setPreview((await ask("reports", "write", { year, asOf, as: "html" })).ticket));
  const save = (as: Form): Promise<void> =>
    attempt("file", async () => {
      const { ticket, name } = await ask("reports", "write", { year, asOf, as });
      if (await bridge.save(ticket, name)) done(`已导出：${name}`);
    });
  return (
    <>
      <Button disabled={!ready || busy !== null} loading={busy === "preview"} onClick={() => void look()}>
        打印预览
      </Button>
      <Space.Compact>
        <Button type="primary" disabled={!ready} loading={busy === "file"} onClick={() => void save("docx")}>
          导出 Word
        </Button>
        <Dropdown menu={{ items: [...forms], onClick: ({ key }) => void save(key as Form) }} trigger={["click"]}>
          <Button type="primary" disabled={!ready} aria-label="其他格式">
            ▾
          </Button>
        </Dropdown>
      </Space.Compact>
      {preview === null ? null : <PrintPreview ticket={preview} onClose={() => setPreview(null)} />}
    </>
  );
}
