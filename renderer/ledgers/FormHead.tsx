import { Button, Popconfirm } from "antd";
import type { ReactElement } from "react";

interface Props {
  readonly title: string;
  readonly isNew: boolean;
  readonly deleted: boolean;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** The record's name, its place, and what can be done with it. */
export function FormHead(props: Props): ReactElement {
  const { title, isNew, deleted, changed, busy, onSave, onDiscard, onRemove, onRestore, onClose } = props;
  return (
    <header className="record-head">
      <h2 title={title}>{title}</h2>
      {changed && !deleted ? <Button onClick={onDiscard}>放弃修改</Button> : null}
      {deleted ? (
        <Button type="primary" loading={busy} onClick={onRestore}>
          恢复
        </Button>
      ) : (
        <Button
          className="record-save"
          type="primary"
          loading={busy}
          disabled={!changed && !isNew}
          title="保存（Ctrl S）"
          onClick={onSave}
        >
          保存
        </Button>
      )}
      {isNew || deleted || changed ? null : (
        <Popconfirm
          title="移入回收站？"
          description="随时可以从回收站恢复。"
          onConfirm={onRemove}
          okText="移入"
          cancelText="不移"
        >
          <Button>删除</Button>
        </Popconfirm>
      )}
      <Button type="text" aria-label="关闭" title="关闭（Esc）" onClick={onClose}>
        ×
      </Button>
    </header>
  );
}
