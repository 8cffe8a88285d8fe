import { Button } from "antd";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useQuery } from "../api/useQuery.ts";
import { CellText } from "./CellText.tsx";

/** Rows of other ledgers that belong to this record or speak of it: funds, milestones, level history, certificates … */
export function DetailRows({ ledger, id }: { ledger: LedgerName; id: string }): ReactElement {
  const tied = (Object.keys(ledgers) as LedgerName[]).flatMap((name) => {
    const fields = (ledgers[name] as LedgerDeclaration).fields;
    const tie = Object.entries(fields).find(([, field]) => field.kind === "reference" && field.to === ledger);
    return tie === undefined ? [] : [{ name, field: tie[0] }];
  });
  return (
    <div className="details">
      {tied.map(({ name, field }) => (
        <Tied key={name} ledger={name} field={field} id={id} />
      ))}
      {tied.length === 0 ? <p className="blank-state">没有别的台账提到这条记录。</p> : null}
    </div>
  );
}

function Tied({ ledger, field, id }: { ledger: LedgerName; field: string; id: string }): ReactElement | null {
  const declaration: LedgerDeclaration = ledgers[ledger];
  const page = useQuery("records", "list", { ledger, filter: [{ field, in: [id] }], limit: 200 });
  if (page.data === undefined || page.data.total === 0) return null;
  const names = (declaration.columns ?? Object.keys(declaration.fields)).filter((name) => name !== field).slice(0, 4);
  return (
    <section>
      <h3>
        {declaration.title} {page.data.total}
        {declaration.measure}
      </h3>
      <table className="detail-table">
        <tbody>
          {page.data.records.map((record) => (
            <tr key={record.id}>
              {names.map((name) => {
                const shown = declaration.fields[name];
                return (
                  <td key={name}>
                    {shown === undefined ? null : (
                      <CellText field={shown} value={record.values[name] ?? null} titles={page.data.titles} />
                    )}
                  </td>
                );
              })}
              <td>
                <Link to={`/ledger/${ledger}/${record.id}`}>
                  <Button size="small" type="link">
                    打开
                  </Button>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
