import { forgetWord, listWords, rememberWords } from "../importing/storedWords.ts";
import type { Handlers } from "./handler.ts";

/** Words of files whose meaning was told. */
export const words: Pick<Handlers<"importing">, "words" | "rememberWords" | "forgetWord"> = {
  words: ({ db }) => listWords(db),
  async rememberWords({ tx, at, who }, input) {
    await rememberWords(tx, { at, who }, input.words);
    return await listWords(tx);
  },
  async forgetWord({ tx }, input) {
    await forgetWord(tx, input);
    return await listWords(tx);
  },
};
