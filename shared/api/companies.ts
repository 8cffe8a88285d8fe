// What the page 企业名称整理 and the main process say to each other.

/** An organisation among others that may be the same. */
export interface ClusteredCompany {
  id: string;
  version: number;
  name: string;
  /** Code, kind, subdistrict. */
  detail: string;
  /** Short name and aliases. */
  otherNames: string[];
  /** Live records that point at it, by ledger. */
  referrers: LedgerCount[];
}
export interface LedgerCount {
  ledger: string;
  title: string;
  count: number;
}
/** Organisations that may be one. The first is the one to keep, unless somebody knows better. */
export interface CompanyCluster {
  companies: ClusteredCompany[];
  /** Of the least alike two of them, 0.7 to 1. */
  score: number;
  /** In Chinese: 只差地名, 拼音相同 … */
  why: string;
}

/** `values`: field → whose value stays, where it is not the kept one's (or, where that is blank, the first filled). */
export interface MergeInput {
  keep: string;
  drop: string[];
  values?: Record<string, string>;
}
export interface MergePreview {
  /** Versions of all that take part; `merge` refuses others. */
  versions: Record<string, number>;
  /** Fields in which they differ. */
  fields: {
    field: string;
    label: string;
    /** Whose value stays. */
    chosen: string;
    values: { id: string; value: string }[];
  }[];
  /** Records that will point at the kept one, by ledger. */
  moves: LedgerCount[];
  /** Other names that the kept one will have. */
  aliases: string[];
  /** Records that become one, such as two of one year: values of the first stay, its blanks are filled. */
  folds: {
    ledger: string;
    /** The one that goes. */
    id: string;
    title: string;
    record: string;
    fields: { label: string; stays: string; goes: string }[];
  }[];
  /** Relations between the ones that become one; they go. */
  relations: number;
}
export interface CompanyMerge {
  id: number;
  at: string;
  who: string;
  kept: { id: string; name: string };
  dropped: { id: string; name: string }[];
  undoneAt: string | null;
}

export interface CompaniesApi {
  /** Best first, at most 200. */
  clusters(input: Record<never, never>): Promise<{ total: number; clusters: CompanyCluster[] }>;
  mergePreview(input: MergeInput): Promise<MergePreview>;
  /** One transaction; the dropped ones go to the recycle bin, their names become aliases. */
  merge(input: MergeInput & { versions: Record<string, number> }): Promise<CompanyMerge>;
  /** The newest first. */
  merges(input: Record<never, never>): Promise<CompanyMerge[]>;
  /** Puts back what a merge did; what somebody changed since stays and is listed. */
  unmerge(input: { merge: number }): Promise<{
    merge: CompanyMerge;
    undone: number;
    kept: { ledger: string; id: string; title: string; field: string }[];
  }>;
  /** 不是同一家: no two of these are proposed again. */
  notSame(input: { ids: string[] }): Promise<{ pairs: number }>;
  /** Takes that back. */
  maybeSame(input: { ids: string[] }): Promise<{ pairs: number }>;
}
