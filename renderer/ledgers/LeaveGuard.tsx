import { Button, Modal } from "antd";
import { type ReactElement, useEffect } from "react";
import { useBlocker } from "react-router";

interface Props {
  readonly changed: boolean;
  /** True where the record was saved. */
  readonly save: () => Promise<boolean>;
  readonly discard: () => void;
}

/** Asks before a step to another place would lose what has been typed. */
export function LeaveGuard({ changed, save, discard }: Props): ReactElement | null {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => changed && currentLocation.pathname !== nextLocation.pathname,
  );
  const blocked = blocker.state === "blocked";
  // Saved or given up: nothing holds the step back any more.
  useEffect(() => {
    if (blocked && !changed) blocker.proceed();
  }, [blocked, changed, blocker]);
  if (blocker.state !== "blocked" || !changed) return null;
  return (
    <Modal
      open
      title="这条记录有没有保存的修改"
      onCancel={() => blocker.reset()}
      width={440}
      footer={[
        <Button key="stay" onClick={() => blocker.reset()}>
          继续修改
        </Button>,
        <Button key="discard" onClick={discard}>
          不保存，离开
        </Button>,
        <Button
          key="save"
          type="primary"
          onClick={() => void save().then((saved) => (saved ? undefined : blocker.reset()))}
        >
          保存后离开
        </Button>,
      ]}
    >
      已经存好的数据没有变。请选择怎样处理刚才的修改。
    </Modal>
  );
}
