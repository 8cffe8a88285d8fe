import type { ReactElement } from "react";
import type { ImportedTable } from "../../../shared/api/api.ts";

/** 表样方案: that the layout is known, and in what this file differs from it. */
export function RecipeWords({ tables }: { tables: readonly ImportedTable[] }): ReactElement | null {
  const replayed = tables.flatMap(({ recipe }) => (recipe === undefined ? [] : [recipe]));
  if (replayed.length === 0) {
    const isOurs = tables.some(({ template }) => template === true);
    return isOurs ? (
      <p className="recipe-words">这是本程序的填报表样，台账、栏目和单位都已知道，直接核对即可。</p>
    ) : null;
  }
  const names = [...new Set(replayed.map(({ name }) => `“${name}”`))].join("、");
  const differs = replayed.flatMap((recipe) => recipe.differs);
  return (
    <p className="recipe-words">
      这种版式以前导入过，已按表样方案{names}办理，
      {differs.length === 0 ? "没有不同。" : `只有 ${differs.length} 处不同：${differs.join("；")}。`}
    </p>
  );
}
