import { Button, Checkbox, Drawer, Input, Segmented, Select } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import { isDateText } from "../../shared/fields/dateText.ts";
import { type LedgerName, ledger as ledgerOf, ledgers } from "../../shared/ledgers/index.ts";
import { templateColumns, usualColumns } from "../../shared/ledgers/templateColumns.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { useAttempt } from "../ui/useAttempt.ts";
import "./template.css";

interface Props {
  /** The ledger whose page it is opened from. */
  readonly ledger: LedgerName;
  readonly onClose: () => void;
}

const choices = Object.values(ledgers).map(({ name, title }) => ({ value: name as LedgerName, label: title }));

/** 下载填报表样: a workbook for enterprises and sub-districts to fill in, which comes back without a question. */
export function TemplateDrawer({ ledger: first, onClose }: Props): ReactElement {
  const [ledger, setLedger] = useState(first);
  return (
    <Drawer open title="下载填报表样" size={520} onClose={onClose}>
      <p className="quiet template-hint">
        发给企业、街道填写；填好发回直接导入，不用再认表头、栏目和单位，改了文件名、增减行列、用 WPS 另存都不要紧。
      </p>
      <Labelled words="台账">
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={ledger}
          onChange={setLedger}
          options={choices}
          aria-label="哪本台账的表样"
        />
      </Labelled>
      <OneTemplate key={ledger} ledger={ledger} onClose={onClose} />
    </Drawer>
  );
}

function OneTemplate({ ledger, onClose }: Props): ReactElement {
  const declaration = ledgerOf(ledger);
  const scope = useScope();
  const { busy, attempt, done } = useAttempt<"save">();
  const [of, setOf] = useState<"year" | "any">(declaration.yearField === undefined ? "any" : "year");
  const [filled, setFilled] = useState(false);
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [returnTo, setReturnTo] = useState("");
  const [due, setDue] = useState("");
  const state = useQuery("program", "state", {});
  const extras = useQuery("program", "extraFields", { ledger });
  const year = of === "year" ? scope.year : null;
  const { yearField } = declaration;
  const ofYear = year === null || yearField === undefined ? {} : { filter: [{ field: yearField, in: [year] }] };
  const { data: stored } = useQuery("records", "list", { ledger, ...ofYear, limit: 0 });
  const columns = useMemo(() => {
    const own = Object.fromEntries((extras.data ?? []).map((extra) => [extra.name, fieldOfExtra(extra)]));
    return templateColumns(declaration, ledgers, own);
  }, [declaration, extras.data]);
  const usual = usualColumns(columns, declaration, year).map(({ key }) => key);
  const chosen = new Set(wanted ?? usual);
  const isDue = due === "" || (due.length === 10 && isDateText(due));
  const save = (): Promise<void> =>
    attempt("save", async () => {
      const { ticket, name } = await ask("files", "template", {
        ledger,
        ...(year === null ? {} : { year }),
        columns: columns.filter(({ key, required }) => required || chosen.has(key)).map(({ key }) => key),
        ...(filled ? { filled } : {}),
        ...(returnTo.trim() === "" ? {} : { returnTo: returnTo.trim() }),
        ...(due === "" ? {} : { due }),
      });
      if (!(await bridge.save(ticket, name))) return;
      done(`已下载“${name}”`);
      onClose();
    });
  return (
    <>
      {yearField === undefined ? null : (
        <Labelled words="年度">
          <Segmented
            options={[
              { value: "year", label: `${scope.year} 年` },
              { value: "any", label: "不限，逐行填年度" },
            ]}
            value={of}
            onChange={(next) => setOf(next as "year" | "any")}
          />
        </Labelled>
      )}
      <Labelled words="内容">
        <Segmented
          options={[
            { value: "blank", label: "空白" },
            {
              value: "filled",
              label: `预填已有的 ${stored?.total ?? 0} 条，请对方核对补充`,
              disabled: (stored?.total ?? 0) === 0,
            },
          ]}
          value={filled ? "filled" : "blank"}
          onChange={(next) => setFilled(next === "filled")}
        />
      </Labelled>
      <Labelled words="发回给">
        <Input
          maxLength={50}
          value={returnTo}
          placeholder={state.data?.district?.office ?? ""}
          onChange={(event) => setReturnTo(event.target.value)}
          aria-label="发回给"
        />
      </Labelled>
      <Labelled words="期限">
        <Input
          maxLength={10}
          value={due}
          {...(isDue ? {} : { status: "error" as const })}
          placeholder={`可不填，如 ${scope.year}-11-30`}
          onChange={(event) => setDue(event.target.value.trim())}
          aria-label="期限"
        />
      </Labelled>
      <h3 className="template-columns">
        栏目 {columns.filter(({ key, required }) => required || chosen.has(key)).length}
        <Button size="small" onClick={() => setWanted(null)}>
          常用
        </Button>
        <Button size="small" onClick={() => setWanted(columns.map(({ key }) => key))}>
          全选
        </Button>
      </h3>
      <Checkbox.Group
        className="template-boxes"
        value={columns.filter(({ key, required }) => required || chosen.has(key)).map(({ key }) => key)}
        onChange={(keys) => setWanted(keys)}
        options={columns.map(({ key, label, unit, required }) => ({
          value: key,
          label: `${label}${unit === null ? "" : `（${unit}）`}${required ? "，必填" : ""}`,
          disabled: required,
        }))}
      />
      <div className="template-save">
        <Button type="primary" loading={busy === "save"} disabled={!isDue} onClick={() => void save()}>
          下载
        </Button>
      </div>
    </>
  );
}

function Labelled({ words, children }: { words: string; children: ReactElement }): ReactElement {
  return (
    <div className="template-line">
      <span>{words}</span>
      {children}
    </div>
  );
}
