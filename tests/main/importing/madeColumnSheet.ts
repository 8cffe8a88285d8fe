import { columnName } from "../../../shared/wording/columnName.ts";
import { pick, upTo, type Random } from "./madeValues.ts";
import type { Given } from "./sheets.ts";

// A sheet of made columns: titles, headings of one or two storeys with their merges, rows.

export interface MadeColumnTruth {
  heading: string;
  /** Table of the dictionary (or `common`) and the key in it; null for noise. */
  from: { table: string; key: string; word: string } | null;
  year?: number;
}
export interface ColumnHabits {
  table: number;
  seed: number;
  titled: "title" | "sheet" | "file" | "nowhere";
  unitIn: "heading" | "cells" | "note" | "nowhere";
  storeys: "one" | "group" | "years";
  noise: number;
  rows: number;
}

export interface Made extends MadeColumnTruth {
  fill: () => Given;
  /** Upper storey. */
  group?: string;
}

const groups = ["基本情况", "具体内容", "填报项", "主要信息"];

export function written(
  columns: readonly Made[],
  habits: ColumnHabits,
  title: string,
  random: Random,
): { rows: Given[][]; merges: string[] } {
  const rows: Given[][] = [];
  const merges: string[] = [];
  const width = columns.length;
  if (habits.titled !== "nowhere" || random() < 0.5) {
    rows.push([title]);
    if (width > 1) merges.push(`A1:${columnName(width)}1`);
  }
  if (habits.unitIn === "note") rows.push([...Array.from({ length: width - 1 }, () => null), "单位：万元"]);
  const isTwo = columns.some(({ group }) => group !== undefined) || habits.storeys === "group";
  const grouped = habits.storeys === "group" ? withGroup(columns, random) : [...columns];
  if (isTwo) {
    const top = rows.length + 1;
    rows.push(
      grouped.map(({ group, heading }, at) =>
        group === undefined ? heading : grouped[at - 1]?.group === group ? null : group,
      ),
    );
    rows.push(grouped.map(({ group, heading }) => (group === undefined ? null : heading)));
    for (const [at, { group }] of grouped.entries()) {
      if (group === undefined) merges.push(`${columnName(at + 1)}${top}:${columnName(at + 1)}${top + 1}`);
      else if (grouped[at - 1]?.group !== group) {
        let last = at;
        while (grouped[last + 1]?.group === group) last++;
        if (last > at) merges.push(`${columnName(at + 1)}${top}:${columnName(last + 1)}${top}`);
      }
    }
  } else rows.push(columns.map(({ heading }) => heading));
  for (let row = 0; row < habits.rows; row++) rows.push(columns.map(({ fill }) => fill()));
  return { rows, merges };
}

/** A group of no meaning over a few neighbours. */
function withGroup(columns: readonly Made[], random: Random): Made[] {
  const from = upTo(random, Math.max(1, columns.length - 2));
  const group = pick(random, groups);
  return columns.map((column, at) => (at >= from && at < from + 3 ? { ...column, group } : column));
}

export function shuffled<T>(all: readonly T[], random: Random): T[] {
  // Columns of one upper storey stay together.
  const blocks: T[][] = [];
  for (const one of all) {
    const group = (one as { group?: string }).group;
    const last = blocks.at(-1)?.at(-1) as { group?: string } | undefined;
    if (group !== undefined && last?.group === group) blocks.at(-1)?.push(one);
    else blocks.push([one]);
  }
  for (let at = blocks.length - 1; at > 0; at--) {
    const other = upTo(random, at + 1);
    const [a, b] = [blocks[at], blocks[other]];
    if (a !== undefined && b !== undefined) [blocks[at], blocks[other]] = [b, a];
  }
  return blocks.flat();
}
