import type { ReactElement } from "react";
import { Page } from "../ui/Page.tsx";

const answers: readonly { question: string; answer: string }[] = [
  {
    question: "第一次怎么用？",
    answer: "先到“导入”把工作簿拖进去，核对后确认；再到“指标”看数，到“总结与计划”看初稿。",
  },
  {
    question: "一个数怎么来的？",
    answer: "在指标、工作台或总结里点这个数，右边列出记录；点一条记录，再点出处，就打开原表的那个单元格。",
  },
  {
    question: "导错了怎么办？",
    answer: "“导入”页的批次列表里点“撤销”。本批新增的移入回收站，改动的值复原，后来又改过的不动。",
  },
  {
    question: "为什么有的单元格是空的？",
    answer: "看不懂的（如“约50”“2023.1”）不猜，留空并列在“存疑”里，原文随批保存，可在台账里补上。",
  },
  {
    question: "单位名称差一两个字怎么办？",
    answer:
      "核对时列出可能是哪一家，由您选“是这一家”或“不是同一家”；没选的作为新单位导入，不合并，可到“企业名称整理”再办。",
  },
  {
    question: "对方报错了怎么退？",
    answer:
      "核对时点“退回企业”，存成一个标了颜色、写了批注的工作簿发给对方，改好发回直接导入；没导入的行留在“待处理数据”。",
  },
  {
    question: "怎样让各单位按一个样子报？",
    answer: "台账页和导入页的“填报表样”下载一张表发给对方，空白的或预填已有记录的；填好发回，不用再认表头和栏目。",
  },
  {
    question: "申报中的算不算？",
    answer: "不算。申报、推荐、评审、公示都另列；认定、立项、备案等才计入。状态按截至日期推算。",
  },
  {
    question: "数据在哪里，怎么备份？",
    answer: "数据在本机的数据文件夹（窗口底部写着），“数据管理”里可立即备份；备份做好后会重新打开核验。",
  },
];

/** The questions people ask first. */
export function HelpPage(): ReactElement {
  return (
    <Page title="帮助">
      <dl className="card help">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
