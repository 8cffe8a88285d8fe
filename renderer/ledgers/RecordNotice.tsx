import { Button } from "antd";
import type { ReactElement } from "react";
import type { ProblemError } from "../../shared/problems/problem.ts";
import { Trouble } from "../ui/Trouble.tsx";

interface Props {
  readonly trouble: ProblemError | null;
  /** Errors that keep the record from being saved, after somebody tried. */
  readonly blocking: number;
  readonly restored: boolean;
  readonly onReload: () => void;
}

/** What stands between the record and its being saved, above the fields. */
export function RecordNotice({ trouble, blocking, restored, onReload }: Props): ReactElement {
  return (
    <>
      {restored ? <div className="notice">已放回上次没有保存的修改，请核对后保存；不要的话点“放弃修改”。</div> : null}
      {blocking === 0 ? null : (
        <div className="notice err" role="alert">
          有 {blocking} 处需要改正，没有保存。原有数据未改动，请看栏目下的红字。
        </div>
      )}
      <Trouble error={trouble}>
        {trouble?.problem.code === "E-REC-02" ? (
          <Button size="small" onClick={onReload} title="取来最新的内容，您填的仍留在表单里，核对后再保存">
            重新载入
          </Button>
        ) : null}
      </Trouble>
    </>
  );
}
