import { AutoComplete } from "antd";
import { type ComponentRef, type ReactElement, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { useQuery } from "../api/useQuery.ts";

/** One box over everything: names, numbers, two Chinese characters, pinyin initials. Ctrl+K from anywhere. */
export function SearchBox(): ReactElement {
  const [text, setText] = useState("");
  const box = useRef<ComponentRef<typeof AutoComplete>>(null);
  const navigate = useNavigate();
  const hits = useQuery("records", "search", text.trim() === "" ? null : { text: text.trim(), limit: 20 });

  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);

  return (
    <AutoComplete
      className="search"
      value={text}
      onChange={setText}
      options={
        text.trim() === ""
          ? []
          : (hits.data ?? []).map(({ ledger, id, title, detail }) => ({
              value: `/ledger/${ledger}/${id}`,
              label: (
                <span>
                  {title}{" "}
                  <span className="quiet">
                    {ledgers[ledger as LedgerName].title}
                    {detail === "" ? "" : ` · ${detail}`}
                  </span>
                </span>
              ),
            }))
      }
      onSelect={(to: string) => {
        setText("");
        void navigate(to);
      }}
      notFoundContent={text.trim() === "" || hits.isFetching ? null : "没有找到"}
      ref={box}
      size="small"
      placeholder="企业、项目、文号、拼音首字母…　Ctrl K"
      aria-label="查找"
    />
  );
}
