import { App, Button, Form, Input, Select, Table } from "antd";
import { type ReactElement, useState } from "react";
import type { DictionaryTerm, ProgramState } from "../../shared/api/api.ts";
import { dictionaries } from "../../shared/dictionaries/index.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useChange } from "../api/useChange.ts";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";

/** Who works here, the bureau's own terms, and its extra fields. */
export function SettingsPage({ state }: { state: ProgramState }): ReactElement {
  return (
    <Page title="设置">
      <div className="settings">
        <Operator state={state} />
        <Terms />
        <ExtraFields />
      </div>
    </Page>
  );
}

function Operator({ state }: { state: ProgramState }): ReactElement {
  const { message } = App.useApp();
  const set = useChange("program", "setOperator");
  return (
    <section className="card">
      <h2>操作人</h2>
      <Form
        layout="inline"
        initialValues={{ operator: state.operator }}
        onFinish={({ operator }: { operator: string }) => {
          set.mutate(
            { operator },
            { onSuccess: () => void message.success("已记下"), onError: (e) => void message.error(e.message) },
          );
        }}
      >
        <Form.Item name="operator" rules={[{ required: true, message: "请填写操作人" }]}>
          <Input placeholder="如 综合科 小赵" />
        </Form.Item>
        <Button htmlType="submit">保存</Button>
      </Form>
      <p className="quiet">只用来记录谁改了什么，不是密码。</p>
    </section>
  );
}

function Terms(): ReactElement {
  const { message } = App.useApp();
  const [dictionary, setDictionary] = useState("platformTypes");
  const all = useQuery("program", "dictionaries", {});
  const add = useChange("program", "addTerm");
  const terms = all.data?.[dictionary] ?? [];
  return (
    <section className="card">
      <h2>
        选项<span>内置的不能改，本局可以添加</span>
      </h2>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        value={dictionary}
        onChange={setDictionary}
        options={Object.values(dictionaries).map(({ name, title }) => ({ value: name, label: title }))}
        style={{ width: 240 }}
      />
      <Table<DictionaryTerm>
        size="small"
        rowKey="term"
        pagination={false}
        scroll={{ y: 200 }}
        dataSource={terms}
        columns={[
          { title: "选项", dataIndex: "term" },
          {
            title: "使用年份",
            width: 130,
            render: (_, { from, to }) => (from === undefined && to === undefined ? "" : `${from ?? ""}—${to ?? ""}`),
          },
          { title: "现为", dataIndex: "mapsTo", width: 160 },
          { title: "", width: 60, render: (_, { own }) => (own ? "本局" : "内置") },
        ]}
      />
      <Form
        layout="inline"
        onFinish={({ term }: { term: string }) =>
          add.mutate(
            { dictionary, term },
            { onSuccess: () => void message.success(`已添加：${term}`), onError: (e) => void message.error(e.message) },
          )
        }
      >
        <Form.Item name="term" rules={[{ required: true, message: "请填写选项" }]}>
          <Input placeholder="新的选项" />
        </Form.Item>
        <Button htmlType="submit">添加</Button>
      </Form>
    </section>
  );
}

const kinds: Record<ExtraField["kind"], string> = {
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

function ExtraFields(): ReactElement {
  const { message } = App.useApp();
  const [ledger, setLedger] = useState<LedgerName>("organisations");
  const fields = useQuery("program", "extraFields", { ledger });
  const add = useChange("program", "addExtraField");
  return (
    <section className="card">
      <h2>
        扩展栏<span>给一本台账加一栏</span>
      </h2>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        value={ledger}
        onChange={setLedger}
        options={Object.values(ledgers).map(({ name, title }) => ({ value: name as LedgerName, label: title }))}
        style={{ width: 240 }}
      />
      <ul>
        {(fields.data ?? []).map(({ name, label, kind }) => (
          <li key={name}>
            {label}（{kinds[kind]}）
          </li>
        ))}
      </ul>
      <Form
        layout="inline"
        initialValues={{ kind: "text" }}
        onFinish={({ label, kind }: { label: string; kind: ExtraField["kind"] }) =>
          add.mutate(
            { ledger, label, kind },
            {
              onSuccess: () => void message.success(`已添加：${label}`),
              onError: (e) => void message.error(e.message),
            },
          )
        }
      >
        <Form.Item name="label" rules={[{ required: true, message: "请填写栏名" }]}>
          <Input placeholder="栏名" />
        </Form.Item>
        <Form.Item name="kind">
          <Select options={Object.entries(kinds).map(([value, label]) => ({ value, label }))} style={{ width: 96 }} />
        </Form.Item>
        <Button htmlType="submit">添加</Button>
      </Form>
    </section>
  );
}
