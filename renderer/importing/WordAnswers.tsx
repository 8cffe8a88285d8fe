import { Button, Select } from "antd";
import { type ReactElement, useState } from "react";
import type { ColumnQuestion } from "../../shared/api/api.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { useAttempt } from "../ui/useAttempt.ts";

/** The word becomes a term of its own; the word says nothing. */
const ownTerm = "\u0000";
const silent = "\u0001";

/** Words that no term or stage fits, each with what it means; kept for every later file. */
export function WordAnswers({
  question,
  busy,
  onDone,
}: {
  question: ColumnQuestion;
  busy: boolean;
  onDone: () => Promise<void>;
}): ReactElement {
  const { terms = [], options = [], list = "", dictionary } = question;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { attempt, busy: keeping } = useAttempt<"keep">();
  const meant = terms.flatMap(({ text }) => {
    const to = chosen[text] ?? "";
    return to === "" ? [] : [{ text, to }];
  });
  const keep = (): Promise<void> =>
    attempt("keep", async () => {
      const words = meant.flatMap(({ text, to }) =>
        to === ownTerm ? [] : [{ list, word: text, meaning: to === silent ? null : to }],
      );
      for (const { text, to } of meant)
        if (to === ownTerm && dictionary !== undefined) await ask("program", "addTerm", { dictionary, term: text });
      if (words.length > 0)
        queryClient.setQueryData(["importing", "words", {}], await ask("importing", "rememberWords", { words }));
      if (words.length < meant.length) await queryClient.invalidateQueries({ queryKey: ["program", "dictionaries"] });
      await onDone();
    });
  return (
    <>
      <table className="term-answers">
        <tbody>
          {terms.map(({ text, rows, near }) => (
            <tr key={text}>
              <th scope="row" title={text}>
                {text} <span className="quiet">{rows} 行</span>
              </th>
              <td>
                <Select
                  size="small"
                  className="wide"
                  showSearch
                  allowClear
                  aria-label={`“${text}”对应`}
                  placeholder={near[0] === undefined ? "选一项" : `可能是 ${near[0]}`}
                  value={chosen[text] ?? null}
                  onChange={(to: string | undefined) => setChosen({ ...chosen, [text]: to ?? "" })}
                  options={[
                    ...near.map((term) => ({ value: term, label: `${term}（最像）` })),
                    { value: silent, label: "不采用（留空）" },
                    ...options.filter((term) => !near.includes(term)).map((term) => ({ value: term, label: term })),
                    ...(dictionary === undefined ? [] : [{ value: ownTerm, label: `增补“${text}”为新选项` }]),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="question-answers">
        <Button type="primary" disabled={busy || keeping !== null || meant.length === 0} onClick={() => void keep()}>
          按此对应，以后照办
        </Button>
      </div>
    </>
  );
}
