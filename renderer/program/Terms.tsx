import { App, Button, Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { dictionaries } from "../../shared/dictionaries/index.ts";
import { useChange } from "../api/useChange.ts";
import { useQuery } from "../api/useQuery.ts";

const offered = Object.values(dictionaries).map(({ name, title }) => ({ value: name, label: title }));

/** The choices of every list, with those of the bureau's own. */
export function Terms(): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ term: string }>();
  const [dictionary, setDictionary] = useState("platformTypes");
  const all = useQuery("program", "dictionaries", {});
  const add = useChange("program", "addTerm");
  return (
    <section className="card">
      <h2>
        选项<span>内置的不能改，本局可以添加</span>
      </h2>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        value={dictionary}
        onChange={setDictionary}
        options={offered}
        className="settings-choice"
        aria-label="哪一类选项"
      />
      <div className="term-list">
        <table>
          <thead>
            <tr>
              <th>选项</th>
              <th>使用年份</th>
              <th>现为</th>
              <th>来历</th>
            </tr>
          </thead>
          <tbody>
            {(all.data?.[dictionary] ?? []).map(({ term, from, to, mapsTo, own }) => (
              <tr key={term}>
                <td>{term}</td>
                <td>{from === undefined && to === undefined ? "" : `${from ?? ""}—${to ?? ""}`}</td>
                <td>{mapsTo ?? ""}</td>
                <td className={own ? "" : "quiet"}>{own ? "本局" : "内置"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Form
        form={form}
        layout="inline"
        onFinish={({ term }) =>
          add.mutate(
            { dictionary, term: term.trim() },
            {
              onSuccess: () => {
                form.resetFields();
                void message.success(`已添加：${term}`);
              },
              onError: (e) => void message.error(e.message),
            },
          )
        }
      >
        <Form.Item name="term" rules={[{ required: true, whitespace: true, message: "请填写选项" }]}>
          <Input placeholder="新的选项" aria-label="新的选项" maxLength={100} />
        </Form.Item>
        <Button htmlType="submit">添加</Button>
      </Form>
    </section>
  );
}
