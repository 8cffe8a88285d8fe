import { Button, Form, Input, InputNumber, Radio } from "antd";
import { type ReactElement, useState } from "react";
import { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { Trouble } from "../ui/Trouble.tsx";
import "./program.css";

interface Answers {
  readonly start: "sample" | "empty";
  readonly name: string;
  readonly code: string;
  readonly year: number;
  readonly folder: string;
}

/** First start: which district, which year, where the data shall lie, and whether to begin with the sample year. */
export function FirstStart({ folder, onDone }: { folder: string; onDone: () => void }): ReactElement {
  const [form] = Form.useForm<Answers>();
  const start = Form.useWatch("start", form);
  const [thisYear] = useState(() => new Date().getFullYear());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ProblemError | null>(null);

  const create = async ({ start: chosen, ...answers }: Answers): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const sample = chosen === "sample";
      await ask("program", "create", sample ? { ...answers, ...sampleDistrict, sample } : { ...answers, sample });
      onDone();
    } catch (caught) {
      if (caught instanceof ProblemError) setError(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="first-start">
      <div className="card">
        <h1>科绩</h1>
        <p>区县科技局的年度台账、指标与总结计划。数据只存在本机，不联网。</p>
        <Form<Answers>
          form={form}
          layout="vertical"
          onFinish={(answers) => void create(answers)}
          initialValues={{
            start: "sample",
            ...sampleDistrict,
            name: "",
            code: "",
            year: thisYear,
            folder,
          }}
        >
          <Form.Item name="start" label="怎样开始">
            <Radio.Group
              options={[
                { value: "sample", label: "示例数据：看一个完整的年度" },
                { value: "empty", label: "空库：开始本局的工作" },
              ]}
            />
          </Form.Item>
          {start === "empty" ? (
            <div className="first-start-row">
              <Form.Item
                name="name"
                label="区县名称"
                rules={[{ required: true, message: "请填写区县名称，如 寒亭区" }]}
              >
                <Input />
              </Form.Item>
              <Form.Item
                name="code"
                label="行政区划代码"
                rules={[{ required: true, pattern: /^\d{6}$/, message: "六位数字，如 370703" }]}
              >
                <Input maxLength={6} />
              </Form.Item>
              <Form.Item name="year" label="当前年度" rules={[{ required: true, message: "请填写年度" }]}>
                <InputNumber min={1990} max={2100} controls={false} className="wide" />
              </Form.Item>
            </div>
          ) : (
            <p className="quiet">示例区 2012 年度：二十多份工作簿导入各台账，可直接起草总结。看完后可另建空库。</p>
          )}
          <Form.Item name="folder" label="数据放在哪个文件夹" rules={[{ required: true, message: "请写明文件夹" }]}>
            <Input />
          </Form.Item>
          <Trouble error={error} />
          <Button type="primary" htmlType="submit" loading={busy} block>
            {busy ? "正在建立，请稍候" : "开始使用"}
          </Button>
        </Form>
        <p className="quiet">本系统不得存储、处理国家秘密。</p>
      </div>
    </main>
  );
}

const sampleDistrict = { name: "示例区", code: "370703", year: 2012 };
