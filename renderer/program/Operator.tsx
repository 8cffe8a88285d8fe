import { App, Button, Form, Input } from "antd";
import type { ReactElement } from "react";
import type { ProgramState } from "../../shared/api/api.ts";
import { useChange } from "../api/useChange.ts";

export function Operator({ state }: { state: ProgramState }): ReactElement {
  const { message } = App.useApp();
  const set = useChange("program", "setOperator");
  return (
    <section className="card">
      <h2>
        操作人<span>只用来记录谁改了什么，不是密码</span>
      </h2>
      <Form
        layout="inline"
        key={state.operator}
        initialValues={{ operator: state.operator }}
        onFinish={({ operator }: { operator: string }) => {
          set.mutate(
            { operator },
            {
              onSuccess: () => void message.success(`已记下：${operator}`),
              onError: (e) => void message.error(e.message),
            },
          );
        }}
      >
        <Form.Item name="operator" rules={[{ required: true, whitespace: true, message: "请填写操作人" }]}>
          <Input placeholder="如 综合科 小赵" maxLength={50} aria-label="操作人" />
        </Form.Item>
        <Button htmlType="submit">保存</Button>
      </Form>
    </section>
  );
}
