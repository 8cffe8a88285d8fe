import { Button, Modal } from "antd";
import type { ReactElement } from "react";
import { bridge } from "../api/bridge.ts";

/** The report as it will print, on paper, and the way to the printer. The page in the frame runs no script. */
export function PrintPreview({ ticket, onClose }: { ticket: string; onClose: () => void }): ReactElement {
  return (
    <Modal
      open
      title="打印预览"
      className="print-preview"
      width={900}
      style={{ top: 20 }}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          关闭
        </Button>,
        <Button key="print" type="primary" onClick={() => void bridge.print(ticket)}>
          打印
        </Button>,
      ]}
    >
      <iframe title="打印预览" src={bridge.printable(ticket)} sandbox="allow-same-origin" />
    </Modal>
  );
}
