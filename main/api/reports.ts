import { writeReport } from "../reports/writeReport.ts";
import { draftResolved } from "../reports/draftResolved.ts";
import { asHtml } from "../reports/asHtml.ts";
import type { Handlers } from "./handler.ts";

export const reports: Handlers<"reports"> = {
  draft: ({ db }, input) => draftResolved(db, input),
  async write({ db, services }, { as, ...input }) {
    const resolved = await draftResolved(db, input);
    const bytes = await writeReport(resolved, as);
    const name = `${input.year}年工作总结及${input.year + 1}年工作计划.${as}`;
    return { ticket: services.tickets.issue({ name, bytes }), name };
  },
  async preview({ db }, input) {
    return { html: asHtml(await draftResolved(db, input)) };
  },
};
