import { dateCell } from "../cells.ts";
import type { PlanItem, ProblemItem, RankNote, TextBlock } from "../data/plan.ts";
import { planItems, problemItems, rankNotes, textBlocks } from "../data/plan.ts";
import type { Book } from "../layout.ts";
import { layOut } from "../layout.ts";

export const planBook: Book = {
  file: "22示例区科技局存在问题及2013年工作要点.xlsx",
  sheets: [
    layOut<ProblemItem>({
      name: "存在问题",
      ledger: "problemItems",
      title: ["示例区科技局2012年工作存在问题汇总"],
      columns: [
        { heading: "年度", cell: () => 2012 },
        { heading: "问题类别", cell: (one) => one.category },
        { heading: "问题内容", width: 48, cell: (one) => one.text },
        { heading: "佐证数据", width: 20, cell: (one) => one.evidence },
      ],
      rows: problemItems,
    }),
    layOut<PlanItem>({
      name: "2013年工作要点",
      ledger: "planItems",
      title: ["示例区科技局2013年工作要点（各科室报送汇总）"],
      columns: [
        { heading: "工作板块", mergeDown: true, width: 18, cell: (one) => one.section },
        { heading: "计划年度", cell: () => 2013 },
        { heading: "工作举措", cell: (one) => one.verb },
        { heading: "工作对象", width: 40, cell: (one) => one.objects.join("、") },
        { heading: "工作内容", width: 48, cell: (one) => one.text },
        { heading: "完成时限", cell: (one) => dateCell(one.deadline) },
        { heading: "责任科室", cell: (one) => one.office },
      ],
      rows: planItems,
      notes: ["注：工作内容为示例文字。", "汇总科室：办公室"],
    }),
    layOut<RankNote>({
      name: "位次说明",
      ledger: "rankNotes",
      title: ["示例区2012年位次说明"],
      columns: [
        { heading: "年度", cell: (one) => one.year },
        { heading: "事项", width: 24, cell: (one) => one.matter },
        { heading: "对应项目", width: 30, cell: (one) => one.subject },
        { heading: "位次范围", cell: (one) => one.scope },
        { heading: "位次类型", cell: (one) => one.type },
        { heading: "位次数值", cell: (one) => one.value },
        { heading: "位次说明", width: 18, cell: (one) => one.text },
        { heading: "位次依据", width: 30, cell: (one) => one.source },
      ],
      rows: rankNotes,
    }),
    layOut<TextBlock>({
      name: "文字材料",
      ledger: "textBlocks",
      title: ["示例区科技局常用文字材料"],
      columns: [
        { heading: "年度", cell: (one) => one.year },
        { heading: "段落标签", cell: (one) => one.tag },
        { heading: "段落文字", width: 70, cell: (one) => one.text },
      ],
      rows: textBlocks,
      notes: ["注：段落文字为示例文字。"],
    }),
  ],
};
