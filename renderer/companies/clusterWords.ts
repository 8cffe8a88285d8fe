import type { ClusteredCompany, CompanyCluster } from "../../shared/api/api.ts";

/** A group is the organisations in it, whatever their order. */
export function clusterKey({ companies }: CompanyCluster): string {
  return companies
    .map(({ id }) => id)
    .toSorted()
    .join(" ");
}

/** How many records point at it. */
export function recordsOf({ referrers }: ClusteredCompany): number {
  return referrers.reduce((sum, { count }) => sum + count, 0);
}

/** 科技计划项目 3、企业年度数据 2 */
export function countWords(counts: readonly { title: string; count: number }[]): string {
  return counts.map(({ title, count }) => `${title} ${count}`).join("、");
}
