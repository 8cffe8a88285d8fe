import type { ReactElement } from "react";
import type { MergePreview } from "../../shared/api/api.ts";
import { countWords } from "./clusterWords.ts";

type FieldValues = MergePreview["fields"][number]["values"];
interface Props {
  readonly preview: MergePreview;
  readonly keep: string;
  /** What was chosen just now, before the preview has followed. */
  readonly picked: Readonly<Record<string, string>>;
  readonly nameOf: (id: string) => string;
  readonly onChoose: (field: string, id: string) => void;
}

/** What merging would do: what moves, what becomes one, which names go on, which values stay or fill a blank. */
export function PreviewParts({ preview, keep, picked, nameOf, onChoose }: Props): ReactElement {
  const { moves, aliases, folds, relations } = preview;
  const fields = preview.fields.map((field) => {
    const chosen = picked[field.field] ?? field.chosen;
    return { ...field, chosen, said: distinct(field.values, chosen) };
  });
  const clashing = fields.filter(({ said }) => said.length > 1);
  const filled = fields.filter(({ said, values }) => said.length === 1 && isBlank(values, keep));
  return (
    <>
      <h3>随之改变的</h3>
      <ul className="merge-effects">
        <li>{moves.length === 0 ? "没有别的记录要改" : `改为指向保留的单位：${countWords(moves)}`}</li>
        {aliases.length === 0 ? null : <li>记为别名：{aliases.join("、")}</li>}
        {filled.length === 0 ? null : (
          <li>补上空白：{filled.map(({ label, said }) => `${label} ${said[0]?.value ?? ""}`).join("；")}</li>
        )}
        {relations === 0 ? null : <li>两家之间的单位关系 {relations} 条移入回收站</li>}
        {folds.map(({ id, title, record, fields: differing }) => (
          <li key={id}>
            {title}“{record}”两条合为一条{differing.length === 0 ? "，内容不冲突" : "，划去的不留："}
            {differing.map(({ label, stays, goes }) => (
              <span key={label} className="merge-clash">
                {label} <b>{stays}</b>
                <del>{goes}</del>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {clashing.length === 0 ? null : (
        <>
          <h3>写法不同的，保留哪个</h3>
          <dl className="merge-fields">
            {clashing.map(({ field, label, chosen, said }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  {said.map(({ id, value }) => (
                    <label key={id} className={id === chosen ? "on" : ""} title={`取自${nameOf(id)}`}>
                      <input
                        type="radio"
                        name={`stays-${field}`}
                        checked={id === chosen}
                        onChange={() => onChoose(field, id)}
                      />
                      {value}
                    </label>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

/** Each value once and none that is blank; the chosen one's owner speaks for it. */
function distinct(values: FieldValues, chosen: string): FieldValues {
  const owner = values.find(({ id }) => id === chosen);
  const ordered = values.map((one) => (owner !== undefined && one.value === owner.value ? owner : one));
  return ordered.filter(({ value }, at) => value !== "" && ordered.findIndex((one) => one.value === value) === at);
}

function isBlank(values: FieldValues, keep: string): boolean {
  return values.find(({ id }) => id === keep)?.value === "";
}
