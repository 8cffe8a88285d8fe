import { Select } from "antd";
import { type ReactElement, useRef, useState } from "react";
import type { ReferenceField, ReferencesField } from "../../shared/fields/field.ts";
import type { ControlProps } from "./control.ts";

type Option = { value: string; label: string; detail?: string };

/** Looks records up by name, alias, number or pinyin initials while typing; only the newest answer counts. */
function useLookup(ledger: string, context: ControlProps["context"]): [Option[], (text: string) => void] {
  const [options, setOptions] = useState<Option[]>([]);
  const newest = useRef("");
  const search = (text: string): void => {
    newest.current = text;
    void context.lookup(ledger, text).then((found) => {
      if (newest.current !== text) return;
      setOptions(found.map(({ id, title, detail }) => ({ value: id, label: title, detail })));
    });
  };
  return [options, search];
}

const withDetail = (option: { data: Option }): ReactElement => (
  <span>
    {option.data.label} <span className="quiet">{option.data.detail}</span>
  </span>
);

function chosen(ids: readonly string[], titles: Readonly<Record<string, string>>, found: Option[]): Option[] {
  const known = new Set(found.map(({ value }) => value));
  return [...found, ...ids.filter((id) => !known.has(id)).map((id) => ({ value: id, label: titles[id] ?? id }))];
}

export function ReferenceControl({
  id,
  field,
  value,
  onChange,
  context,
}: ControlProps<ReferenceField, string>): ReactElement {
  const [found, search] = useLookup(field.to, context);
  return (
    <Select
      id={id}
      className="wide"
      allowClear
      showSearch={{ filterOption: false, onSearch: search }}
      onFocus={() => search("")}
      value={value}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={chosen(value === null ? [] : [value], context.titles, found)}
      optionRender={withDetail}
      notFoundContent="没有找到，可输入名称或拼音首字母"
    />
  );
}

export function ReferencesControl({
  id,
  field,
  value,
  onChange,
  context,
}: ControlProps<ReferencesField, string[]>): ReactElement {
  const [found, search] = useLookup(field.to, context);
  return (
    <Select
      id={id}
      className="wide"
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: search }}
      onFocus={() => search("")}
      value={value ?? []}
      onChange={(next: string[]) => onChange(next.length === 0 ? null : next)}
      options={chosen(value ?? [], context.titles, found)}
      optionRender={withDetail}
      notFoundContent="没有找到，可输入名称或拼音首字母"
    />
  );
}
