import { Button, Checkbox, Radio } from "antd";
import { type ReactElement, useState } from "react";
import { Link } from "react-router";
import type { CompanyCluster } from "../../shared/api/api.ts";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { countWords } from "./clusterWords.ts";
import { PreviewParts } from "./PreviewParts.tsx";
import type { Merging } from "./useMerging.ts";

interface Props {
  readonly cluster: CompanyCluster;
  readonly merging: Merging;
  readonly onLater: () => void;
  readonly mergeButton: React.RefObject<HTMLButtonElement | null>;
}

/** One group: which of them are one, which name stays, and what merging would do. */
export function ClusterDetail({ cluster, merging, onLater, mergeButton }: Props): ReactElement {
  const { companies } = cluster;
  const [keep, setKeep] = useState(companies[0]?.id ?? "");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [values, setValues] = useState<Record<string, string>>({});
  const drop = companies.map(({ id }) => id).filter((id) => id !== keep && !left.has(id));
  const preview = useQuery("companies", "mergePreview", drop.length === 0 ? null : { keep, drop, values });
  const chooseKeep = (id: string): void => {
    setKeep(id);
    setValues({});
    setLeft(new Set([...left].filter((one) => one !== id)));
  };
  const nameOf = (id: string): string => companies.find((one) => one.id === id)?.name ?? "";
  const ready = preview.data !== undefined && !preview.isPlaceholderData && drop.length > 0;

  return (
    <section className="card cluster-detail" aria-label="合并预览">
      <h2>
        保留哪一个<span>{cluster.why}</span>
      </h2>
      <table className="members">
        <thead>
          <tr>
            <th>保留</th>
            <th>单位</th>
            <th>有关记录</th>
            <th>一起合并</th>
          </tr>
        </thead>
        <tbody>
          {companies.map(({ id, name, detail, otherNames, referrers }) => (
            <tr key={id} className={id === keep ? "on" : ""}>
              <td>
                <Radio checked={id === keep} onChange={() => chooseKeep(id)} aria-label={`保留${name}`} />
              </td>
              <td>
                <Link to={`/ledger/organisations/${id}`}>{name}</Link>
                <div className="quiet">
                  {[detail, ...otherNames.filter((other) => !detail.includes(other))]
                    .filter((word) => word !== "")
                    .join(" · ")}
                </div>
              </td>
              <td className="quiet">{referrers.length === 0 ? "无" : countWords(referrers)}</td>
              <td>
                <Checkbox
                  checked={id === keep || !left.has(id)}
                  disabled={id === keep}
                  aria-label={`一起合并${name}`}
                  onChange={({ target }) => setLeft(toggled(left, id, !target.checked))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="cluster-preview">
        <Trouble error={preview.error} />
        {preview.data === undefined || drop.length === 0 ? (
          <p className="quiet">至少留两家一起合并。</p>
        ) : (
          <PreviewParts
            preview={preview.data}
            keep={keep}
            picked={values}
            nameOf={nameOf}
            onChoose={(field, id) => setValues({ ...values, [field]: id })}
          />
        )}
      </div>
      <div className="cluster-actions">
        <Button
          type="primary"
          ref={mergeButton}
          disabled={!ready || merging.busy}
          onClick={() => merging.merge({ keep, drop, values, versions: preview.data?.versions ?? {} })}
        >
          合并 {drop.length + 1} 家
        </Button>
        <Button
          disabled={merging.busy || drop.length === 0}
          onClick={() => merging.notSame(companies.filter(({ id }) => id === keep || drop.includes(id)))}
        >
          不是同一家
        </Button>
        <Button onClick={onLater}>稍后</Button>
      </div>
    </section>
  );
}

function toggled(set: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
