import { App, Button, Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { dictionaries } from "../../shared/dictionaries/index.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useChange } from "../api/useChange.ts";
import { useQuery } from "../api/useQuery.ts";

const kinds: Readonly<Record<ExtraField["kind"], string>> = {
  text: "文字",
  number: "数值",
  count: "整数",
  percent: "百分比",
  money: "金额",
  year: "年份",
  date: "日期",
  choice: "选项",
  yesNo: "是否",
};
const ledgerChoices = Object.values(ledgers).map(({ name, title }) => ({ value: name as LedgerName, label: title }));
const kindChoices = Object.entries(kinds).map(([value, label]) => ({ value, label }));
const dictionaryChoices = Object.values(dictionaries).map(({ name, title }) => ({ value: name, label: title }));

interface Answers {
  readonly label: string;
  readonly kind: ExtraField["kind"];
  readonly dictionary?: string;
}

/** Columns that the bureau adds to a ledger; they stand at the end of its list and form. */
export function ExtraFields(): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const kind = Form.useWatch("kind", form);
  const [ledger, setLedger] = useState<LedgerName>("organisations");
  const fields = useQuery("program", "extraFields", { ledger });
  const add = useChange("program", "addExtraField");
  const submit = ({ label, kind: chosen, dictionary }: Answers): void =>
    add.mutate(
      { ledger, label: label.trim(), kind: chosen, ...(dictionary === undefined ? {} : { dictionary }) },
      {
        onSuccess: () => {
          form.resetFields();
          void message.success(`已给“${ledgers[ledger].title}”添加：${label}`);
        },
        onError: (e) => void message.error(e.message),
      },
    );
  return (
    <section className="card">
      <h2>
        扩展栏<span>给一本台账加一栏，列在表格和表单最后</span>
      </h2>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        value={ledger}
        onChange={setLedger}
        options={ledgerChoices}
        className="settings-choice"
        aria-label="哪本台账"
      />
      {fields.data === undefined || fields.data.length === 0 ? (
        <p className="quiet">这本台账还没有扩展栏。</p>
      ) : (
        <ul className="settings-list">
          {fields.data.map(({ name, label, kind: is }) => (
            <li key={name}>
              {label}
              <span className="quiet">（{kinds[is]}）</span>
            </li>
          ))}
        </ul>
      )}
      <Form form={form} layout="inline" initialValues={{ kind: "text" }} onFinish={submit}>
        <Form.Item name="label" rules={[{ required: true, whitespace: true, message: "请填写栏名" }]}>
          <Input placeholder="栏名" aria-label="栏名" maxLength={50} />
        </Form.Item>
        <Form.Item name="kind">
          <Select options={kindChoices} className="settings-kind" aria-label="种类" />
        </Form.Item>
        {kind === "choice" ? (
          <Form.Item name="dictionary" rules={[{ required: true, message: "请选用哪一类选项" }]}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              options={dictionaryChoices}
              className="settings-kind"
              placeholder="哪一类选项"
              aria-label="哪一类选项"
            />
          </Form.Item>
        ) : null}
        <Button htmlType="submit">添加</Button>
      </Form>
    </section>
  );
}
