import { Select } from "antd";
import { type ReactElement, useState } from "react";
import { useNavigate } from "react-router";
import { findLedger, ledgerList } from "../../shared/ledgers/index.ts";
import { importsNow } from "./importStore.ts";
import { initialsOf } from "./initials.ts";
import { readAs } from "./readFiles.ts";
import { firstStep, type TakenFile, untold } from "./taken.ts";

const options = ledgerList.map(({ name, title }) => ({
  value: name,
  label: title,
  search: `${title} ${initialsOf(title)}`,
}));

/** A file that fits no ledger by itself can be told which it is, in its own line. */
export function LedgerBox({ file, year }: { file: TakenFile; year: number }): ReactElement {
  const navigate = useNavigate();
  const [words, setWords] = useState("没有找到能对应到台账的表格，没有导入任何数据");
  const [busy, setBusy] = useState(false);
  const tell = async (ledger: string): Promise<void> => {
    setBusy(true);
    try {
      const report = await readAs(file, ledger, year);
      if (report === null) setWords(`按“${findLedger(ledger)?.title}”也没有找到表格，请核对文件里有没有表头和数据`);
      else if (importsNow().files.length === 1) await navigate(`/import/${report.batch}/${firstStep(report)}`);
    } catch (error) {
      setWords(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <>
      <span className="file-words" title={words}>
        {words}（{untold}）
      </span>
      <span className="page-space" />
      <Select
        size="small"
        className="ledger-box"
        showSearch={{ optionFilterProp: "search" }}
        loading={busy}
        disabled={busy}
        aria-label={`${file.name}是哪个台账`}
        placeholder="指明台账再读…"
        value={null}
        options={options}
        onChange={(ledger: string | null) => {
          if (ledger !== null) void tell(ledger);
        }}
      />
    </>
  );
}
