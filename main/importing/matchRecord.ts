import type { Values } from "../../shared/api/api.ts";
import { idsByName, idsByNearName, identityKey, isOfficial, type KnownLedger } from "./knownRecords.ts";

// Whose row is it (domain §6.6): official numbers decide, names are matched only exactly and only where one record
// bears them; whatever points two ways is left to a person.

export type Match =
  | { readonly is: "new"; readonly near: readonly string[] }
  /** `renamed`: the row calls the record by another name than the stored one. */
  | { readonly is: "one"; readonly id: string }
  | { readonly is: "twin"; readonly ids: readonly string[]; readonly message: string };

export function matchRecord(ledger: KnownLedger, values: Values): Match {
  const { declaration } = ledger;
  const hits = declaration.identifiedBy.flatMap((alternative, at) => {
    const key = identityKey(declaration, alternative, values);
    const ids = key === null ? undefined : ledger.byIdentity[at]?.get(key);
    return ids === undefined || ids.length === 0 ? [] : [{ official: isOfficial(declaration, alternative), ids }];
  });
  const byName = named(ledger, values);
  if (byName.length > 0) hits.push({ official: false, ids: [...byName] });

  const [first] = hits;
  if (first === undefined) return unmatched(ledger, values);
  if (first.ids.length > 1) return twin(first.ids, `有 ${first.ids.length} 条记录与这一行相同，分不清是哪一条`);
  const id = first.ids[0] ?? "";
  if (hits.some((hit) => !hit.ids.includes(id))) {
    return twin([...new Set(hits.flatMap((hit) => hit.ids))], "编号与名称指向不同的记录");
  }
  const number = otherNumber(ledger, id, values);
  return number === null ? { is: "one", id } : twin([id], `名称相同而${number}不同`);
}

/** Aliases and short names count for organisations' own rows as they do for references. */
function named(ledger: KnownLedger, values: Values): readonly string[] {
  const { fields, titleField, identifiedBy } = ledger.declaration;
  const name = values[titleField];
  const recognisedByName = identifiedBy.some((alternative) => alternative.length === 1 && alternative[0] === titleField);
  return recognisedByName && fields[titleField]?.kind === "text" && typeof name === "string" ? idsByName(ledger, name) : [];
}

function unmatched(ledger: KnownLedger, values: Values): Match {
  const name = values[ledger.declaration.titleField];
  if (typeof name !== "string" || ledger.places.length === 0) return { is: "new", near: [] };
  const near = idsByNearName(ledger, name);
  const differing = near.find((id) => otherNumber(ledger, id, values) !== null);
  if (differing !== undefined) return twin([differing], "名称相近而编号不同，请核对是否同一家");
  return { is: "new", near };
}

/** The label of an official number that both have and that differs. */
function otherNumber(ledger: KnownLedger, id: string, values: Values): string | null {
  const { declaration, records } = ledger;
  const stored = records.get(id)?.values ?? {};
  for (const alternative of declaration.identifiedBy) {
    if (!isOfficial(declaration, alternative)) continue;
    const theirs = identityKey(declaration, alternative, stored);
    const ours = identityKey(declaration, alternative, values);
    if (theirs !== null && ours !== null && theirs !== ours) {
      return declaration.fields[alternative[0] ?? ""]?.label ?? "编号";
    }
  }
  return null;
}

function twin(ids: readonly string[], message: string): Match {
  return { is: "twin", ids, message };
}
