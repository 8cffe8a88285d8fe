import type { Phase, StagesField } from "../../../shared/fields/field.ts";
import type { Fields, LedgerDeclaration } from "../../../shared/ledgers/define.ts";

/** The stages field of a ledger; there is at most one, `status`. */
export function stagesOf(ledger: LedgerDeclaration<Fields>): StagesField | null {
  const field = ledger.fields["status"];
  return field?.kind === "stages" ? field : null;
}

/** Places in the flow, counted from 1, of a phase's or the named stages. */
export function ranksOf(stages: StagesField, wanted: Phase | readonly string[]): number[] {
  return stages.flow.flatMap(({ stage, phase }, index) =>
    (typeof wanted === "string" ? phase === wanted : wanted.includes(stage)) ? [index + 1] : [],
  );
}

/** The stages of a phase, or the named ones that the flow has. */
export function namesOf(stages: StagesField, wanted: Phase | readonly string[]): string[] {
  return ranksOf(stages, wanted).flatMap((rank) => stages.flow[rank - 1]?.stage ?? []);
}

/** Whether the standing speaks of granted stages only, so that an expired grant no longer stands in it. */
export function isGrant(stages: StagesField, wanted: Phase | readonly string[]): boolean {
  const granted = ranksOf(stages, "granted");
  const ranks = ranksOf(stages, wanted);
  return ranks.length > 0 && ranks.every((rank) => granted.includes(rank));
}
