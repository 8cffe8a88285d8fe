import BetterSqlite3 from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { connect } from "../../../main/database/connection.ts";
import { endOf, firstDay, lastDay, startOf } from "../../../main/database/dates.ts";
import * as dateText from "../../../shared/fields/dateText.ts";

interface Tables {
  dates: { text: string | null };
}

/** One text through the SQL expressions. */
async function asked(text: string | null) {
  const raw = new BetterSqlite3(":memory:");
  raw.exec("CREATE TABLE dates (text TEXT) STRICT");
  raw.prepare("INSERT INTO dates VALUES (?)").run(text);
  const column = sql.ref<string>("text");
  const row = await connect<Tables>(raw)
    .kysely.selectFrom("dates")
    .select([firstDay(column).as("first"), lastDay(column).as("last")])
    .select([startOf(column).as("start"), endOf(column).as("end")])
    .executeTakeFirstOrThrow();
  raw.close();
  return row;
}

const years = ["2011", "2012", "2000", "1900"];
const ends = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"];
const months = Array.from({ length: 12 }, (_, index) => `-${String(index + 1).padStart(2, "0")}`);
const days = ["-01-01", "-02-28", "-06-15", "-12-31"];
const texts = years.flatMap((year) => [...ends, ...months, ...days].map((end) => `${year}${end}`));

describe("first and last day in SQL", () => {
  it.each(texts)("%s: the same as shared/fields/dateText", async (text) => {
    const { first, last } = await asked(text);
    expect([first, last]).toEqual([dateText.firstDay(text), dateText.lastDay(text)]);
  });

  it("is NULL for blank", async () => {
    expect(await asked(null)).toEqual({ first: null, last: null, start: null, end: null });
  });

  it("takes a period apart", async () => {
    const { start, end } = await asked("2011-03/2013-02");
    expect([start, end]).toEqual(["2011-03", "2013-02"]);
  });
});
