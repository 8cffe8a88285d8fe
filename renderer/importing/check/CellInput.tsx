import { Input, Select } from "antd";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import type { Field } from "../../../shared/fields/field.ts";
import { useQuery } from "../../api/useQuery.ts";
import { typedText } from "./typedText.ts";

interface Props {
  /** Undefined for a column of the bureau's own, which holds any text. */
  readonly field: Field | undefined;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** A text as a cell would write it; "" takes back what was typed. */
  readonly onTyped: (text: string) => void;
  /** Escape. */
  readonly onLeave?: () => void;
}

/** Room for what a cell should say. Lists are chosen from, anything else is written as a cell would write it. */
export function CellInput(props: Props): ReactElement {
  const { field } = props;
  if (field?.kind === "choice" || field?.kind === "choices")
    return <TermInput {...props} dictionary={field.dictionary} many={field.kind === "choices"} />;
  if (field?.kind === "yesNo") return <ListInput {...props} options={["是", "否"]} many={false} />;
  return <TextInput {...props} />;
}

function TextInput({ field, label, value, placeholder, onTyped, onLeave }: Props): ReactElement {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  // Answered elsewhere, by a proposal.
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const [doubt, setDoubt] = useState<string | null>(null);
  const commit = (): void => {
    if (text.trim() === value.trim()) return;
    const read = field === undefined || text.trim() === "" ? null : typedText(field, text.trim());
    if (read !== null && "doubt" in read) return setDoubt(read.doubt);
    setDoubt(null);
    onTyped(text);
  };
  return (
    <>
      <Input
        size="small"
        aria-label={`改正${label}`}
        placeholder={placeholder}
        value={text}
        status={doubt === null ? "" : "error"}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          // The box may be gone by then, and a button where the focus is.
          event.preventDefault();
          commit();
        }}
        onKeyDown={leaving(onLeave)}
        onBlur={commit}
      />
      {doubt === null ? null : <small role="alert">{doubt}</small>}
    </>
  );
}

function leaving(onLeave: (() => void) | undefined): (event: KeyboardEvent) => void {
  return ({ key }) => {
    if (key === "Escape") onLeave?.();
  };
}

function TermInput({ dictionary, ...props }: Props & { dictionary: string; many: boolean }): ReactElement {
  const dictionaries = useQuery("program", "dictionaries", {});
  return <ListInput {...props} options={(dictionaries.data?.[dictionary] ?? []).map(({ term }) => term)} />;
}

function ListInput({
  label,
  value,
  many,
  options,
  onTyped,
  onLeave,
}: Props & { options: readonly string[]; many: boolean }): ReactElement {
  const about = {
    size: "small",
    className: "wide",
    showSearch: true,
    allowClear: true,
    "aria-label": `改正${label}`,
    placeholder: "选一项",
    onKeyDown: leaving(onLeave),
    options: options.map((term) => ({ value: term, label: term })),
  } as const;
  if (!many)
    return (
      <Select {...about} value={value === "" ? null : value} onChange={(next?: string | null) => onTyped(next ?? "")} />
    );
  const terms = value.split(/[；、]/).filter((term) => term !== "");
  return <Select {...about} mode="multiple" value={terms} onChange={(next: string[]) => onTyped(next.join("；"))} />;
}
