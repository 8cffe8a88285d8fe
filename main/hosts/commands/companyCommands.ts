import type { CompanyCluster, CompanyMerge } from "../../../shared/api/api.ts";
import type { Command } from "./command.ts";
import { ask, refuse, withData } from "./options.ts";

/** Organisations that may be one, for whoever looks through them elsewhere; merging is done on the screen. */
export const companyCommands: readonly Command[] = [
  {
    name: "companies",
    usage: "companies clusters|merges --data DIR [--json]          可能是同一家的单位；做过的合并",
    run: (values, [what, ...more]) =>
      withData(values, async (program) => {
        if (more.length > 0 || (what !== "clusters" && what !== "merges"))
          throw refuse("E-CLI-19", "请写 companies clusters 或 companies merges");
        if (what === "merges") {
          const merges = await ask<CompanyMerge[]>(program, "companies", "merges", {});
          return { json: merges, lines: merges.length === 0 ? ["没有做过合并"] : merges.map(mergeLine) };
        }
        const found = await ask<{ total: number; clusters: CompanyCluster[] }>(program, "companies", "clusters", {});
        const lines = [`可能是同一家的有 ${found.total} 组`, ...found.clusters.flatMap(clusterLines)];
        return { json: found, lines };
      }),
  },
];

function clusterLines({ companies, score, why }: CompanyCluster): string[] {
  const names = companies.map(({ name, detail, referrers }) => {
    const records = referrers.reduce((sum, { count }) => sum + count, 0);
    return `  ${name}${detail === "" ? "" : `（${detail}）`}  ${records} 条记录`;
  });
  return ["", `${why}  ${Math.round(score * 100)}%`, ...names];
}

function mergeLine({ id, at, kept, dropped, undoneAt }: CompanyMerge): string {
  const names = dropped.map(({ name }) => name).join("、");
  return `${id}  ${at.slice(0, 10)}  ${names} 并入 ${kept.name}${undoneAt === null ? "" : "（已撤销）"}`;
}
