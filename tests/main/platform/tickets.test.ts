import { expect, it } from "vitest";
import { createTickets } from "../../../main/platform/tickets.ts";

const file = (size: number) => ({ name: "表.xlsx", bytes: new Uint8Array(size) });

it("lets the oldest files go by number and by bytes, never the one just issued", () => {
  const tickets = createTickets(3, 100);
  const [a, b, c, d] = [10, 10, 10, 10].map((size) => tickets.issue(file(size)));
  expect([a, b, c, d].map((ticket) => tickets.open(ticket ?? "") !== undefined)).toEqual([false, true, true, true]);
  const large = tickets.issue(file(95));
  expect([b, c, d].map((ticket) => tickets.open(ticket ?? "") !== undefined)).toEqual([false, false, false]);
  expect(tickets.open(large)?.bytes.length).toBe(95);
  const huge = tickets.issue(file(500));
  expect(tickets.open(huge)?.bytes.length).toBe(500);
  expect(tickets.open("no such ticket")).toBeUndefined();
});
