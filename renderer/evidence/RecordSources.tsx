import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { Link } from "react-router";
import type { TracedRecord, TracedValue } from "../../shared/api/api.ts";
import { OriginalSheet } from "./OriginalSheet.tsx";

type CellSource = Extract<TracedValue["source"], { cell: string }>;

/** A record's values, each with the cell that it came from; the file and sheet that most came from stand once, above. */
export function RecordSources({ record }: { record: TracedRecord }): ReactElement {
  const [shown, setShown] = useState<CellSource | null>(null);
  const main = mostCommon(
    record.values.map(({ source }) => (source !== null && "cell" in source ? placeOf(source) : null)),
  );
  return (
    <div className="evidence-sources">
      {main === null ? null : <p className="quiet evidence-file">{main}</p>}
      <table>
        <tbody>
          {record.values.map(({ field, label, value, source }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>
                {value}
                {source === null ? null : "cell" in source ? (
                  <button
                    type="button"
                    className="link evidence-cell"
                    title={source.raw}
                    onClick={() => setShown(source)}
                  >
                    {placeOf(source) === main ? "" : `${placeOf(source)} › `}
                    {source.cell}
                    {source.raw === value ? "" : ` “${short(source.raw)}”`}
                    {source.corrected === true ? " 本局改正" : ""}
                  </button>
                ) : (
                  <span className="quiet evidence-cell">
                    {source.by} {source.at.slice(0, 10)} 录入
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown === null ? null : <OriginalSheet {...shown} onClose={() => setShown(null)} />}
      <Link to={`/ledger/${record.ledger}/${record.id}`}>
        <Button size="small">打开台账</Button>
      </Link>
    </div>
  );
}

/** A value may come from a whole row or a long text. */
function short(raw: string): string {
  return raw.length > 40 ? `${raw.slice(0, 39)}…` : raw;
}

function placeOf({ file, sheet }: CellSource): string {
  return `${file} › ${sheet}`;
}

function mostCommon(places: readonly (string | null)[]): string | null {
  const counts = Map.groupBy(
    places.filter((place) => place !== null),
    (place) => place,
  );
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
