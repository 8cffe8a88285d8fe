import { Button, Dropdown } from "antd";
import type { ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { CellText } from "./CellText.tsx";
import type { Preset } from "./preset.ts";
import { type Tie, tiesTo } from "./ties.ts";

interface Props {
  readonly ledger: LedgerName;
  readonly id: string;
  readonly title: string;
}

/** Rows of other ledgers that belong to this record or speak of it: funds, milestones, level history, certificates … */
export function DetailRows({ ledger, id, title }: Props): ReactElement {
  const navigate = useNavigate();
  const ties = tiesTo(ledger);
  const others = ties.filter(({ detail }) => !detail);
  const add = (tie: Tie): void => {
    const many = (ledgers[tie.ledger] as LedgerDeclaration).fields[tie.field]?.kind === "references";
    const preset: Preset = {
      values: { [tie.field]: many ? [id] : id },
      titles: { [id]: title },
      back: `/ledger/${ledger}/${id}`,
    };
    void navigate(`/ledger/${tie.ledger}/new`, { state: { preset } });
  };
  if (ties.length === 0) return <p className="blank-state">没有别的台账会提到这条记录。</p>;
  return (
    <div className="details">
      {ties.map((tie) => (
        <Tied key={`${tie.ledger}-${tie.field}`} tie={tie} id={id} onAdd={() => add(tie)} />
      ))}
      {others.length === 0 ? null : (
        <Dropdown
          trigger={["click"]}
          menu={{
            className: "ties-menu",
            items: others.map(({ label }, at) => ({ key: String(at), label })),
            onClick: ({ key }) => add(others[Number(key)] as Tie),
          }}
        >
          <Button size="small">新增相关记录 ▾</Button>
        </Dropdown>
      )}
    </div>
  );
}

const MOST = 200;

/** One section; detail rows offer 新增 even where there are none yet, other ledgers show only what there is. */
function Tied({ tie, id, onAdd }: { tie: Tie; id: string; onAdd: () => void }): ReactElement | null {
  const { ledger, field, detail, label } = tie;
  const declaration: LedgerDeclaration = ledgers[ledger];
  const { asOf } = useScope();
  const page = useQuery("records", "list", { ledger, filter: [{ field, in: [id] }], limit: MOST });
  if (page.data === undefined || (page.data.total === 0 && !detail)) return null;
  const names = (declaration.columns ?? Object.keys(declaration.fields)).filter((name) => name !== field).slice(0, 4);
  const { records, titles, total } = page.data;
  return (
    <section>
      <h3>
        {label} {total}
        {declaration.measure}
        {detail ? (
          <Button size="small" type="link" onClick={onAdd} aria-label={`新增${label}`}>
            新增
          </Button>
        ) : null}
      </h3>
      <table className="detail-table">
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              {names.map((name) => {
                const shown = declaration.fields[name];
                return shown === undefined ? null : (
                  <td key={name} className={shown.kind}>
                    <CellText
                      field={shown}
                      value={record.values[name] ?? null}
                      titles={titles}
                      values={record.values}
                      asOf={asOf}
                    />
                  </td>
                );
              })}
              <td className="open">
                <Link to={`/ledger/${ledger}/${record.id}`}>打开</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > MOST ? (
        <p className="quiet">
          只列出前 {MOST} 条，其余请到“{declaration.title}”里查找。
        </p>
      ) : null}
    </section>
  );
}
