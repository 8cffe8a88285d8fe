import { ProblemError } from "../../shared/problems/problem.ts";
import type { TicketedFile } from "../platform/tickets.ts";
import type { Services } from "./services.ts";

/** The file that a person chose; throws E-IMP-98 for a ticket that is no longer held. */
export function fileUnder({ tickets }: Services, ticket: string): TicketedFile {
  const file = tickets.open(ticket);
  if (file !== undefined) return file;
  throw new ProblemError({
    kind: "notFound",
    code: "E-IMP-98",
    message: "所选文件已失效。数据未改动，请重新选择文件。",
  });
}
