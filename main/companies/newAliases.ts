import { nameKey } from "../../shared/fields/nameKey.ts";
import type { MergePlan } from "./mergePlan.ts";

/** Names of all that become one which the kept one would not go by any more: they go on as aliases, so that a list that uses them finds it. */
export function newAliases({ keep, drop, values, moves }: MergePlan): { alias: string; aliasKind: string }[] {
  const known = new Set(
    [values["name"], values["shortName"]].flatMap((name) => (typeof name === "string" ? nameKey(name) : [])),
  );
  for (const { ledger, values: moved } of moves.values()) {
    if (ledger === "organisationAliases" && typeof moved["alias"] === "string") known.add(nameKey(moved["alias"]));
  }
  const aliases: { alias: string; aliasKind: string }[] = [];
  for (const company of [keep, ...drop]) {
    for (const [field, aliasKind] of [
      ["name", "导入写法"],
      ["shortName", "简称"],
    ] as const) {
      const name = company.values[field];
      if (typeof name !== "string" || known.has(nameKey(name))) continue;
      known.add(nameKey(name));
      aliases.push({ alias: name, aliasKind });
    }
  }
  return aliases;
}
