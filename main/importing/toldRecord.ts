import type { Values } from "../../shared/api/api.ts";
import type { Incoming } from "./incoming.ts";
import { idsByName, identityKey, type KnownLedger, waysOf } from "./knownRecords.ts";

// What follows once a person has said which record a row is.

/** The other record that bears an official number of this one, with words for it; null where none does. */
export function numberElsewhere(
  { declaration, byIdentity, records }: KnownLedger,
  values: Values,
  id: string | null,
): { id: string; message: string } | null {
  for (const [at, way] of waysOf(declaration).entries()) {
    if (!way.isOfficial) continue;
    const key = identityKey(way, values);
    const other = key === null ? undefined : byIdentity[at]?.get(key)?.find((one) => one !== id);
    if (other === undefined) continue;
    const label = declaration.fields[way.fields[0] ?? ""]?.label ?? "";
    const title = records.get(other)?.values[declaration.titleField];
    const whose = typeof title === "string" && declaration.fields[declaration.titleField]?.kind === "text" ? title : "";
    return { id: other, message: `${label}已是${whose === "" ? "另一条记录" : `“${whose}”`}的，不能再给一条` };
  }
  return null;
}

/** The other name of an organisation that a person has recognised; null for a name that is anybody's already. */
export function aliasTold(ledger: KnownLedger, id: string, name: string): Incoming | null {
  if (idsByName(ledger, name).length > 0) return null;
  const values: Values = { organisation: id, alias: name, aliasKind: "导入写法" };
  return { ledger: "organisationAliases", role: "carried", values, names: {}, extras: {} };
}
