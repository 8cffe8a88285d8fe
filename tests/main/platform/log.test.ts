import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createLog } from "../../../main/platform/log.ts";
import { temporaryFolder } from "../../support/temporary.ts";

const clock = { now: () => "2012-12-31T01:00:00.000Z", today: () => "2012-12-31" };

it("numbers each fault of a day once, over several starts", () => {
  const folder = temporaryFolder();
  const first = createLog(() => folder, clock);
  first.called("records.save");
  expect([first.fault(new Error("one")), first.fault("two")]).toEqual(["F-20121231-0001", "F-20121231-0002"]);
  const second = createLog(() => folder, clock);
  expect(second.fault(new Error("three"))).toBe("F-20121231-0003");
  const next = createLog(() => folder, { ...clock, today: () => "2012-12-30" });
  expect(next.fault("another day")).toBe("F-20121230-0001");
  const text = readFileSync(join(folder, "logs", "2012-12.log"), "utf8");
  expect(text).toMatch(/F-20121231-0001 \[records\.save\] Error: one/u);
});

it("gives numbers where there is no place for a log, or none that can be written", () => {
  expect(createLog(() => null, clock).fault("x")).toBe("F-20121231-0001");
  expect(createLog(() => join(import.meta.filename, "folder"), clock).fault("x")).toBe("F-20121231-0001");
});
