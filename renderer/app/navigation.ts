import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: string;
  readonly ledger?: LedgerName;
}
export interface NavigationGroup {
  readonly label: string | null;
  readonly items: readonly NavigationItem[];
}

const groups = ["企业", "创新平台", "项目与成果", "农业与活动", "招商引资", "总结与考核", "基础"] as const;

/** Detail ledgers are drawn inside their parents' forms and have no place of their own here. */
function isDetail(fields: Readonly<Record<string, { kind: string; parent?: boolean }>>): boolean {
  return Object.values(fields).some((field) => field.kind === "reference" && field.parent === true);
}

export const navigation: readonly NavigationGroup[] = [
  {
    label: null,
    items: [
      { to: "/", label: "工作台" },
      { to: "/import", label: "导入" },
      { to: "/metrics", label: "指标" },
      { to: "/report", label: "总结与计划" },
    ],
  },
  ...groups.map((group) => ({
    label: group,
    items: (Object.keys(ledgers) as LedgerName[])
      .filter((name) => ledgers[name].group === group && !isDetail(ledgers[name].fields))
      .map((name) => ({ to: `/ledger/${name}`, label: ledgers[name].title, ledger: name })),
  })),
  {
    label: "系统",
    items: [
      { to: "/companies", label: "企业名称整理" },
      { to: "/data", label: "数据管理" },
      { to: "/settings", label: "设置" },
      { to: "/help", label: "帮助" },
    ],
  },
];
