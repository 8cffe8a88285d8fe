import { Button, Form, Input, InputNumber, Radio } from "antd";
import { type ReactElement, useState } from "react";
import type { ProgramState } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { FolderChoice } from "./FolderChoice.tsx";
import "./program.css";

interface Answers {
  readonly start: "sample" | "empty" | "open";
  readonly name: string;
  readonly code: string;
  readonly year: number;
  readonly folder: string;
  readonly existing: string;
}

const ways = [
  { value: "sample", label: "示例数据：看一个完整的年度" },
  { value: "empty", label: "空库：开始本局的工作" },
  { value: "open", label: "打开已有数据：换了电脑或移动过文件夹" },
];
const sampleDistrict = { name: "示例区", code: "370703", year: 2012 };

/** First start: which district, which year, where the data shall lie; or the sample year, or data that exist already. */
export function FirstStart({ state, onDone }: { state: ProgramState; onDone: () => void }): ReactElement {
  const [form] = Form.useForm<Answers>();
  const start = Form.useWatch("start", form) ?? (state.lostFolder === null ? "sample" : "open");
  const [thisYear] = useState(() => new Date().getFullYear());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ProblemError | null>(null);

  const begin = async ({ start: chosen, existing, folder, name, code, year }: Answers): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      if (chosen === "open") await ask("program", "connect", { folder: existing });
      else if (chosen === "sample") await ask("program", "create", { ...sampleDistrict, folder, sample: true });
      else await ask("program", "create", { name, code, year, folder, sample: false });
      onDone();
    } catch (caught) {
      if (caught instanceof ProblemError) setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const dialog = state.host === "electron";

  return (
    <main className="first-start">
      <div className="card">
        <h1>科绩</h1>
        <p>区县科技局的年度台账、指标与总结计划。数据只存在本机，不联网。</p>
        {state.lostFolder === null ? null : (
          <p className="notice" role="alert">
            上次的数据在“{state.lostFolder}
            ”，现在那里找不到，没有新建空的。请接上移动硬盘后重新打开科绩，或在下面打开数据现在的文件夹。
          </p>
        )}
        <Form<Answers>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(answers) => void begin(answers)}
          initialValues={{
            start: state.lostFolder === null ? "sample" : "open",
            name: "",
            code: "",
            year: thisYear,
            folder: state.folder,
            existing: "",
          }}
        >
          <Form.Item name="start" label="怎样开始">
            <Radio.Group className="first-start-ways" options={ways} onChange={() => setError(null)} />
          </Form.Item>
          {start === "empty" ? (
            <div className="first-start-row">
              <Form.Item name="name" label="区县名称" rules={[{ required: true, message: "如 寒亭区" }]}>
                <Input placeholder="如 寒亭区" />
              </Form.Item>
              <Form.Item
                name="code"
                label="行政区划代码"
                rules={[{ required: true, pattern: /^\d{6}$/, message: "六位数字，如 370703" }]}
              >
                <Input maxLength={6} placeholder="六位数字" />
              </Form.Item>
              <Form.Item name="year" label="当前年度" rules={[{ required: true, message: "如 2012" }]}>
                <InputNumber min={1990} max={2100} controls={false} className="wide" />
              </Form.Item>
            </div>
          ) : null}
          {start === "sample" ? (
            <p className="quiet">示例区 2012 年度：二十多份工作簿导入各台账，可直接起草总结。看完后可另建空库。</p>
          ) : null}
          {start === "open" ? (
            <Form.Item
              name="existing"
              label="已有数据在哪个文件夹"
              rules={[{ required: true, message: "请写明文件夹" }]}
              extra="里面有 keji.db 的那个文件夹。打开时不改动其中的数据。"
            >
              <FolderChoice dialog={dialog} />
            </Form.Item>
          ) : (
            <Form.Item
              name="folder"
              label="数据放在哪个文件夹"
              rules={[{ required: true, message: "请写明文件夹" }]}
              extra="请放在本机磁盘，不要放在共享文件夹或网盘里。"
            >
              <FolderChoice dialog={dialog} />
            </Form.Item>
          )}
          <Trouble error={error} />
          <Button type="primary" htmlType="submit" loading={busy} block>
            {busy
              ? start === "sample"
                ? "正在导入示例数据，请稍候"
                : "请稍候"
              : start === "open"
                ? "打开"
                : "开始使用"}
          </Button>
        </Form>
        <p className="quiet first-start-foot">本系统不得存储、处理国家秘密。</p>
      </div>
    </main>
  );
}
