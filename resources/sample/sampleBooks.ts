import { collaborationBook } from "./books/collaborations.ts";
import { figureBooks } from "./books/figures.ts";
import { highTechBooks } from "./books/highTech.ts";
import { investmentBook } from "./books/investment.ts";
import { organisationBook } from "./books/organisations.ts";
import { peopleBook } from "./books/people.ts";
import { planBook } from "./books/plan.ts";
import { platformBook, qualificationBook } from "./books/platforms.ts";
import { projectBooks } from "./books/projects.ts";
import { patentList, resultBooks } from "./books/results.ts";
import { workBooks } from "./books/work.ts";
import type { Book } from "./layout.ts";

/** The workbooks of the sample year in the order of their file names. */
export const sampleBooks: readonly Book[] = [
  organisationBook,
  ...highTechBooks,
  platformBook,
  qualificationBook,
  collaborationBook,
  ...projectBooks,
  ...resultBooks,
  ...workBooks,
  investmentBook,
  ...figureBooks,
  planBook,
  peopleBook,
];

/** The one list that comes as GBK text. */
export const sampleLists: readonly Book[] = [{ file: patentList.file, sheets: [patentList.sheet] }];
