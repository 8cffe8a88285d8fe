import { useEffect, useMemo, useState } from "react";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import { type ExtraField, fieldOfExtra } from "../../shared/fields/extraField.ts";
import { withOwnTerms } from "../../shared/dictionaries/index.ts";
import { checkField, checkRecord } from "../../shared/ledgers/check.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type Issue, ProblemError } from "../../shared/problems/problem.ts";
import { useQuery } from "../api/useQuery.ts";
import { type Draft, isChanged, keepDraft, keptDraft, noDraft, withChange, without } from "./draft.ts";

interface Input {
  readonly declaration: LedgerDeclaration;
  readonly ledger: string;
  readonly record: StoredRecord | null;
  readonly extras: readonly ExtraField[];
  readonly preset: Values;
}

/** The state of an open form: what is stored, what was typed over it, what is wrong with the two together. */
export function useRecordDraft({ declaration, ledger, record, extras, preset }: Input) {
  const id = record?.id ?? null;
  // What was left of another new record does not belong to one that begins from its parent.
  const [kept] = useState(() => (Object.keys(preset).length === 0 ? keptDraft(ledger, id) : null));
  const [draft, setDraft] = useState<Draft>(kept ?? { ...noDraft, values: preset });
  const [restored, setRestored] = useState(kept !== null);
  const [trouble, setTrouble] = useState<ProblemError | null>(null);
  const [doubts, setDoubts] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  /** That a new record lacks its required values is no news; a vain attempt to save shows it. */
  const [shown, setShown] = useState(false);
  const [round, setRound] = useState(0);
  const dictionaries = useQuery("program", "dictionaries", {});
  const stored = useMemo<Draft>(() => ({ values: record?.values ?? {}, extras: record?.extras ?? {} }), [record]);
  const values = useMemo(() => ({ ...stored.values, ...draft.values }), [stored, draft]);
  const extraValues = useMemo(() => ({ ...stored.extras, ...draft.extras }), [stored, draft]);
  // What a new record begins with was not typed by anybody.
  const changed = isChanged(draft) && (draft.values !== preset || Object.keys(draft.extras).length > 0);
  useEffect(() => keepDraft(ledger, id, changed ? draft : noDraft), [ledger, id, draft, changed]);

  const issues = useMemo<Issue[]>(() => {
    const own = Object.fromEntries(
      Object.entries(dictionaries.data ?? {}).map(([name, terms]) => [name, terms.filter((term) => term.own)]),
    );
    return [
      ...Object.entries(doubts).map(([field, message]) => ({ field, level: "error" as const, message })),
      ...(trouble?.problem.issues ?? []),
      ...checkRecord(declaration, values, withOwnTerms(own)),
      ...extras.flatMap((extra) =>
        checkField(fieldOfExtra(extra), extraValues[extra.name], withOwnTerms(own)).map((issue) => ({
          ...issue,
          field: extra.name,
        })),
      ),
    ];
  }, [declaration, values, extras, extraValues, doubts, trouble, dictionaries.data]);

  return {
    values,
    extraValues,
    /** Those to show: of an untouched new record only what cannot be understood. */
    issues: shown || record !== null ? issues : issues.filter(({ field, message }) => doubts[field] === message),
    blocking: issues.filter(({ level }) => level === "error"),
    changed,
    toSave: { values: draft.values, ...(Object.keys(draft.extras).length === 0 ? {} : { extras: draft.extras }) },
    restored,
    trouble,
    busy,
    shown,
    /** Another number starts the boxes anew, with nothing half typed in them. */
    round,
    showAll: () => setShown(true),
    forgive: () => setTrouble(null),
    change(name: string, value: Values[string] | null, extra: boolean): void {
      setTrouble((now) => (now?.problem.issues === undefined ? now : null));
      setDraft((before) => withChange(before, stored, extra ? "extras" : "values", name, value ?? null));
    },
    doubt(name: string, message: string | null): void {
      setDoubts((before) => (message === null ? without(before, name) : { ...before, [name]: message }));
    },
    discard(): void {
      setDraft({ ...noDraft, values: preset });
      // At once, since the window may leave this place before it draws again.
      keepDraft(ledger, id, noDraft);
      setDoubts({});
      setTrouble(null);
      setRestored(false);
      setShown(false);
      setRound((before) => before + 1);
    },
    /** True where the work went through; else its problem stands above the fields. */
    async attempt(work: () => Promise<void>): Promise<boolean> {
      setBusy(true);
      setTrouble(null);
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        setTrouble(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
