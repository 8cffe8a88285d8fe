// The shape of an approved project and how a row of projects2011.ts or projects2012.ts becomes one.

export type ProjectLevel = "国家" | "省" | "市" | "区";

export interface Project {
  readonly name: string;
  readonly plan: string;
  readonly level: ProjectLevel;
  readonly company: string;
  readonly status: string;
  /** Day or month of 立项; null while not approved. */
  readonly approved: string | null;
  readonly accepted: string | null;
  readonly documentNo: string | null;
  readonly number: string | null;
  readonly leader: string | null;
  readonly period: readonly [from: string, to: string] | null;
  /** 万元 */
  readonly investment: number | null;
  /** Approved non-repayable grant, 万元; null = none or not stated. */
  readonly grant: number | null;
  readonly field: string | null;
  readonly isAgricultural: boolean;
}

/** What distinguishes a project, in the order of the tables below. */
export type ProjectRow = readonly [
  level: ProjectLevel,
  plan: string,
  company: string,
  name: string,
  approved: string,
  grant: number | null,
  investment: number | null,
  leader: string,
  period: readonly [string, string],
  field: string,
  documentNo: string | null,
  status?: string,
  accepted?: string | null,
];

export const MUNICIPAL = "市科技发展计划";
export const PROVINCIAL = "省科技发展计划";
export const SPARK = "国家星火计划";
export const FARMING = "现代农业";

export const project = (
  [
    level,
    plan,
    company,
    name,
    approved,
    grant,
    investment,
    leader,
    period,
    field,
    documentNo,
    status = "立项",
    accepted = null,
  ]: ProjectRow,
  at: number,
): Project => ({
  name,
  plan,
  level,
  company,
  status,
  approved,
  accepted,
  documentNo,
  number: `${approved.slice(0, 4)}${{ 国家: "GJ", 省: "S", 市: "SH", 区: "Q" }[level]}${String(at + 1).padStart(4, "0")}`,
  leader,
  period,
  investment,
  grant,
  field,
  isAgricultural: field === FARMING,
});
