import { expect, it } from "vitest";
import { withChange, noDraft, isChanged } from "../../renderer/ledgers/draft.ts";
import { changesOf } from "../../renderer/ledgers/historyChanges.ts";
import type { HistoryEntry, Values } from "../../shared/api/api.ts";
import { ledgers } from "../../shared/ledgers/index.ts";

const extras = [{ ledger: "projects", name: "extra1", label: "批示", kind: "text" as const }];

it("says old and new of fields and of the bureau's own fields", () => {
  const side = (title: string, note: string): Values => ({ title, extras: { extra1: note } as never });
  const entry: HistoryEntry = {
    seq: 1,
    at: "",
    who: "",
    batch: null,
    before: side("甲", "快"),
    after: side("乙", "慢"),
  };
  expect(changesOf(ledgers.projects, extras, entry, {})).toEqual([
    { label: "项目名称", before: "甲", after: "乙" },
    { label: "批示", before: "快", after: "慢" },
  ]);
});

it("a value that is the stored one again is no change", () => {
  const stored = { values: { title: "甲" }, extras: {} };
  const typed = withChange(noDraft, stored, "values", "title", "乙");
  expect(isChanged(typed)).toBe(true);
  expect(isChanged(withChange(typed, stored, "values", "title", "甲"))).toBe(false);
  expect(isChanged(withChange(noDraft, stored, "extras", "extra1", null))).toBe(false);
});
