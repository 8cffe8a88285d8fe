import { recipeFileOf, recipesIn } from "../../shared/api/corrections.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { listRecipes, rememberRecipe, removeRecipe, saveRecipe } from "../importing/storedRecipes.ts";
import { fileUnder } from "./fileUnder.ts";
import type { Handlers } from "./handler.ts";

type Methods = "recipes" | "saveRecipe" | "removeRecipe" | "exportRecipes" | "importRecipes";

/** 表样方案: layouts that were confirmed. */
export const recipes: Pick<Handlers<"importing">, Methods> = {
  recipes: ({ db }) => listRecipes(db),
  saveRecipe: ({ tx }, input) => saveRecipe(tx, input),
  removeRecipe: ({ tx }, { id }) => removeRecipe(tx, id),
  async exportRecipes({ db, services }) {
    const name = "表样方案.json";
    const bytes = new TextEncoder().encode(recipeFileOf(await listRecipes(db)));
    return { ticket: services.tickets.issue({ name, bytes }), name };
  },
  async importRecipes({ tx, at, services }, { ticket }) {
    const { bytes } = fileUnder(services, ticket);
    const brought = recipesIn(new TextDecoder().decode(bytes));
    if (brought === null) {
      throw new ProblemError({
        kind: "refused",
        code: "E-IMP-52",
        message: "这不是科绩导出的表样方案文件。数据未改动；请选择“表样方案.json”。",
      });
    }
    for (const recipe of brought) await rememberRecipe(tx, at, recipe);
    return await listRecipes(tx);
  },
};
