/**
 * The table of hostile workbooks: `npm run rel:xlsx [-- --mutations 20000 --seed 7]`. Every odd file beside the
 * project, the hostile set, and random mutations of whole files, each in the cage: outcome, ms, peak MB. Then the
 * control, with the limits off, which must fail. Ends with 1 where a file ends otherwise than it should. With
 * `--million`, which needs a minute or two: one million rows × 20 columns first, with the row limit raised.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readingMemoryMb } from "../../main/importing/reading/limits.ts";
import { closeIdleReader } from "../../main/importing/reading/readerPool.ts";
import { readWorkbook } from "../../main/importing/reading/readWorkbook.ts";
import { projectRoot } from "../support/built.ts";
import { hostileFiles } from "./hostileFiles.ts";
import { readMillionRows } from "./millionRows.ts";
import { mutant, mutationBases } from "./mutants.ts";
import { watchedRead } from "./watchedRead.ts";

const mostMs = 5_000;
const { values } = parseArgs({
  options: {
    mutations: { type: "string", default: "2000" },
    seed: { type: "string", default: String(Date.now() % 1e9) },
    million: { type: "boolean", default: false },
  },
});

let wrong = 0;
function line(name: string, outcome: string, ms: number, mb: number, isRight: boolean): void {
  if (!isRight) wrong++;
  console.log(
    `${isRight ? "ok   " : "WRONG"} ${outcome.padEnd(9)} ${String(ms).padStart(6)} ms ${String(mb).padStart(5)} MB  ${name}`,
  );
}

if (values.million) {
  const { outcome, rows, seconds, fileMb, readerMb } = await readMillionRows(1_000_000);
  const name = `${rows} rows × 20 columns, a file of ${Math.round(fileMb)} MB`;
  line(name, outcome, Math.round(seconds * 1_000), readerMb, outcome === "read" && readerMb <= readingMemoryMb);
}

const odd = join(projectRoot, "../shared/corpus/odd");
if (!existsSync(odd)) console.log("odd workbooks: not beside the project, skipped");
else {
  for (const name of readdirSync(odd).toSorted()) {
    const { outcome, ms, mb } = await watchedRead(name, readFileSync(join(odd, name)));
    line(name, outcome, ms, mb, outcome !== "" && outcome !== "E-IMP-99" && ms <= mostMs && mb <= readingMemoryMb);
  }
}

for (const { row, what, bytes, outcome: wanted } of hostileFiles) {
  const { outcome, ms, mb } = await watchedRead("外.xlsx", bytes());
  // Memory is looked at five times a second: a file may be seen past the bound once before its reader is killed.
  const withinMemory = mb <= readingMemoryMb || outcome === "E-IMP-91";
  line(`${row} ${what}`, outcome, ms, mb, wanted.split(" or ").includes(outcome) && ms <= mostMs && withinMemory);
}

// D22: the same file twice says the same thing; that it was imported before is the importer's to say.
// D23 is tests/main/importing/reading/cage.test.ts: readers that crash, hang and leak.

const seed = Number(values.seed);
const mutations = Number(values.mutations);
console.log(`mutations: ${mutations}, seed ${seed}`);
const outcomes = new Map<string, number>();
let slowest = 0;
for (let at = 0; at < mutations; at++) {
  const [kind, whole] = mutationBases[at % mutationBases.length] ?? ["", Buffer.alloc(0)];
  const started = performance.now();
  const read = await readWorkbook({ name: "变.xlsx", bytes: mutant(whole, seed + at) });
  const ms = performance.now() - started;
  slowest = Math.max(slowest, ms);
  const outcome = read.ok ? "read" : read.code;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (outcome === "E-IMP-99" || ms > mostMs)
    line(
      `mutation ${at} of ${kind}, seed ${seed}: ${read.ok ? "" : (read.detail ?? "")}`,
      outcome,
      Math.round(ms),
      0,
      false,
    );
}
closeIdleReader();
console.log(
  [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(", "),
  `slowest ${Math.round(slowest)} ms`,
);

// The control: without limits the same files are believed, or cost more than they may.
const program = new URL("unlimitedReader.ts", import.meta.url);
let stopped = 0;
const controls = hostileFiles.filter(({ lifted }) => lifted !== undefined);
for (const { row, what, bytes, outcome: wanted } of controls) {
  const { outcome, ms, mb } = await watchedRead("外.xlsx", bytes(), { program, timeoutMs: 10_000, memoryMb: 1_500 });
  const isStopped = wanted.split(" or ").includes(outcome);
  if (isStopped) stopped++;
  console.log(
    `limits off: ${outcome.padEnd(9)} ${String(ms).padStart(6)} ms ${String(mb).padStart(5)} MB  ${row} ${what}`,
  );
}
if (controls.length === 0 || stopped > 0) {
  wrong++;
  console.log(`WRONG the control: ${stopped} of ${controls.length} files are refused alike without limits`);
}
console.log(wrong === 0 ? "rel:xlsx: all as they should be" : `rel:xlsx: ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
