import { type RawBuilder, sql, type SqlBool } from "kysely";
import { likePattern } from "./filter.ts";
import { foldForSearch } from "./searchText.ts";

/** The words that all must be found, folded as stored texts are. Empty where there is nothing to look for. */
export function searchWords(search: string): string[] {
  return search
    .split(/\s+/u)
    .map(foldForSearch)
    .filter((word) => word !== "");
}

/** Over searchTexts: each word in the text, or, where it is letters and digits, in the pinyin initials. */
export function matchSql(words: readonly string[]): RawBuilder<SqlBool> {
  const each = words.map((word) => {
    const pattern = likePattern(word);
    const inText = sql`text LIKE ${pattern} ESCAPE '\\'`;
    return /^[a-z0-9]+$/u.test(word) ? sql`(${inText} OR initials LIKE ${pattern})` : inText;
  });
  return sql<SqlBool>`${sql.join(each, sql` AND `)}`;
}
