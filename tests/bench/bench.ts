/**
 * `npm run -s bench`: how long saving, metrics, drafting and looking take. Ratios say more than milliseconds: both sides
 * of each ran in turns, in this very process, so a slow machine slows both down. Nothing is asserted but that the two
 * sides of the metrics agree.
 */
import { benchApply } from "./apply.ts";
import { benchDraft } from "./draft.ts";
import { benchLists } from "./lists.ts";
import { benchMetrics } from "./metrics.ts";
import { benchReading } from "./reading.ts";
import { benchSave } from "./save.ts";

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const times = (value: number, aim: number): string => `${value.toFixed(2)} 倍（目标 ≤ ${aim}）`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const save = await benchSave(7);
say(`保存 ${save.records} 条，一个事务，含历史、检索、阶段和来源：`);
say(`  裸插入台账行 ${ms(save.raw)}，经程序保存 ${ms(save.store)}，${times(save.ratio, 4)}`);

const apply = await benchApply(5);
say(`导入 ${apply.rows} 行 × ${apply.columns} 列，一批：`);
say(`  暂存 ${ms(apply.staging)}，期间最长停顿 ${ms(apply.stagingGap)}（目标 ≤ 100 ms）`);
say(
  `  裸插入同样的台账行 ${ms(apply.raw)}，写入台账 ${ms(apply.apply)}，${apply.ratio.toFixed(2)} 倍，` +
    `查询最多等 ${ms(apply.readWait)}（目标 ≤ 2000 ms），最长停顿 ${ms(apply.applyGap)}`,
);
say(`  有一行经人工决定时，写入台账 ${ms(apply.decided)}，查询最多等 ${ms(apply.decidedWait)}`);
say(
  `  数据文件是没有出处和原件时的 ${times(apply.growth, 1.5)}，是连修改记录也没有时的 ${apply.growthWithHistory.toFixed(2)} 倍`,
);

const metrics = await benchMetrics(9);
say(`全年全部指标，${metrics.records} 条记录：`);
say(
  `  裸 SQL（${metrics.statements} 句，只取数值）${ms(metrics.bare)}，` +
    `程序（${metrics.metrics} 个指标，含记录、缺漏和口径）${ms(metrics.engine)}，${times(metrics.ratio, 2)}`,
);

if (metrics.unmatched.length > 0) say(`  tests/bench/bare 里没有对照语句：${metrics.unmatched.join("、")}`);

const draft = await benchDraft(9);
say("示例年度的报告：");
say(
  `  全部指标 ${ms(draft.metrics)}，起草 ${ms(draft.draft)}，Word ${ms(draft.word)}，` +
    `起草加 Word ${ms(draft.draft + draft.word)}，是全部指标的 ${draft.ratio.toFixed(1)} 倍`,
);

const lists = await benchLists(5);
say(`${lists.projects} 个项目：`);
for (const { words, found, milliseconds } of lists.asked) say(`  ${words}：${ms(milliseconds)}（${found} 条）`);

const reading = await benchReading(100_000);
say(`${reading.rows} 行 × 20 列的工作簿（各一次）：`);
say(
  `  hucre 只读 ${ms(reading.bare)}，ExcelJS 只读 ${ms(reading.excelJs)}，本程序在隔离进程中读 ${ms(reading.ours)}` +
    `（是 hucre 的 ${(reading.ours / reading.bare).toFixed(2)} 倍、ExcelJS 的 ${(reading.ours / reading.excelJs).toFixed(2)} 倍），` +
    `读取进程内存最多 ${reading.readerMemory} MB`,
);
say(
  `  读、认、比、暂存、写入全程 ${ms(reading.whole)}，是 hucre 只读的 ${times(reading.whole / reading.bare, 3)}，` +
    `是裸插入台账行的 ${(reading.whole / apply.raw).toFixed(1)} 倍，主进程内存最多 ${Math.round(reading.mainMemory)} MB`,
);
say(
  `  其间台账首页的应答：读、认、比、暂存时 ${ms(reading.staged.median)}，最长 ${ms(reading.staged.longest)}（目标 ≤ 100 ms）；` +
    `写入时最长 ${ms(reading.applied.longest)}（目标 ≤ 2000 ms）；没有露出未完成的一批`,
);
