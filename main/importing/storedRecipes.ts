import type { ReadHandle, Tx } from "../database/open.ts";
import type { Recipe } from "../../shared/api/importing.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { signatureOf } from "./recipes.ts";

// 表样方案 as rows: one for each layout, the newest word on it.

/** Last used first. */
export async function listRecipes(db: ReadHandle): Promise<Recipe[]> {
  const rows = await db.selectFrom("recipes").selectAll().orderBy("usedAt", "desc").orderBy("id", "desc").execute();
  return rows.map(({ signature: _signature, headings, corrections, ...row }) => ({
    ...row,
    // Only this file writes the columns.
    headings: JSON.parse(headings) as Recipe["headings"],
    corrections: JSON.parse(corrections) as Recipe["corrections"],
  }));
}

/** Remembers a confirmed layout; one that is known takes the newer word and counts one use more. */
export async function rememberRecipe(
  tx: Tx,
  at: string,
  {
    name,
    ledger,
    seenAs,
    headings,
    corrections,
  }: Pick<Recipe, "name" | "ledger" | "seenAs" | "headings" | "corrections">,
): Promise<void> {
  const told = {
    ledger,
    seenAs,
    headings: JSON.stringify(headings),
    corrections: JSON.stringify(corrections),
    usedAt: at,
  };
  await tx
    .insertInto("recipes")
    .values({ name, signature: signatureOf({ seenAs, headings }), createdAt: at, uses: 1, ...told })
    .onConflict((conflict) =>
      conflict.column("signature").doUpdateSet((eb) => ({ ...told, uses: eb("recipes.uses", "+", 1) })),
    )
    .execute();
}

/** Throws E-IMP-93 for an unknown number. */
export async function saveRecipe(
  tx: Tx,
  { id, name, corrections }: { id: number; name: string; corrections: Recipe["corrections"] },
): Promise<Recipe[]> {
  const { numUpdatedRows } = await tx
    .updateTable("recipes")
    .set({ name, corrections: JSON.stringify(corrections) })
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noRecipe();
  return await listRecipes(tx);
}

/** Throws E-IMP-93 for an unknown number. */
export async function removeRecipe(tx: Tx, id: number): Promise<Recipe[]> {
  const { numDeletedRows } = await tx.deleteFrom("recipes").where("id", "=", id).executeTakeFirst();
  if (numDeletedRows === 0n) throw noRecipe();
  return await listRecipes(tx);
}

function noRecipe(): ProblemError {
  return new ProblemError({
    kind: "notFound",
    code: "E-IMP-93",
    message: "没有这个表样方案，可能已被删除。数据未改动；请刷新列表。",
  });
}
