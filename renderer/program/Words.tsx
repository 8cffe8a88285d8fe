import { Button } from "antd";
import type { ReactElement } from "react";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { useQuery } from "../api/useQuery.ts";
import { useAttempt } from "../ui/useAttempt.ts";

/** What words of files mean, as it was told while importing; a word that is forgotten is asked about again. */
export function Words(): ReactElement {
  const words = useQuery("importing", "words", {});
  const { attempt, busy } = useAttempt<"forget">();
  const forget = (list: string, word: string): Promise<void> =>
    attempt("forget", async () => {
      queryClient.setQueryData(["importing", "words", {}], await ask("importing", "forgetWord", { list, word }));
      await queryClient.invalidateQueries({ queryKey: ["program", "dictionaries"] });
    });
  const told = words.data ?? [];
  return (
    <section className="card" aria-label="导入时认得的写法">
      <h2>
        导入时认得的写法<span>导入时答过的，以后照办</span>
      </h2>
      {told.length === 0 ? (
        <p className="quiet">还没有。导入时为不认得的写法选过对应的选项，就记在这里。</p>
      ) : (
        <div className="term-list">
          <table>
            <thead>
              <tr>
                <th>写法</th>
                <th>认作</th>
                <th>栏目</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {told.map(({ list, title, word, meaning }) => (
                <tr key={`${list} ${word}`}>
                  <td>{word}</td>
                  <td className={meaning === null ? "quiet" : ""}>{meaning ?? "不采用（留空）"}</td>
                  <td>{title}</td>
                  <td>
                    <Button
                      size="small"
                      type="link"
                      disabled={busy !== null}
                      aria-label={`忘记“${word}”`}
                      title="下次导入时再问"
                      onClick={() => void forget(list, word)}
                    >
                      忘记
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
