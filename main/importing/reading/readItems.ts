import { isUtf8 } from "node:buffer";
import type { XmlFeed } from "./xmlPart.ts";

/** A part that is one long list of items, nearly all of them written in the same few ways. */
export interface ItemForm {
  /** How the list's tag begins, in its usual form, and how an item ends. */
  opening: string;
  closing: string;
  /** Of elements, within the list. */
  depth: number;
  /** Whether the list is open, as the parser saw it. */
  isOpen(): boolean;
  /**
   * Reads one item in its usual form, with blanks around it, from good UTF-8. The place after it, or -1: then nothing
   * was taken, and the parser reads this item.
   */
  scan(bytes: Buffer, from: number, to: number): number;
}

/** An item longer than this, and a list that begins later, is the parser's. */
const longest = 1_048_576;

/**
 * Runs a part through the parser, but for the items that `form` can read from the bytes: an XML parser spends most of
 * its time on what never comes. Between items the parser stands where it would, had it read them. @throws ReadRefusal
 */
export async function readItems(
  bytes: AsyncIterable<Buffer>,
  feed: XmlFeed,
  form: ItemForm | null,
  between?: () => Promise<void> | void,
): Promise<void> {
  const take = form === null ? null : itemTaker(feed, form);
  let rest: Buffer | null = null;
  for await (const chunk of bytes) {
    if (take === null) feed.write(chunk);
    else rest = take(rest === null || rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
    if (between !== undefined) await between();
  }
  if (rest !== null) feed.write(rest);
  feed.finish();
}

/** Takes pieces of a part and answers with what must come again before the next one. */
function itemTaker(feed: XmlFeed, form: ItemForm): (piece: Buffer) => Buffer {
  let state: "before" | "items" | "parser" = "before";
  /** The parser stands between two items. */
  let ready = false;
  const isBetween = (): boolean => form.isOpen() && feed.depthAtTag() === form.depth;

  const upTo = (piece: Buffer, at: number, to: number): void => {
    const isGood = isUtf8(piece.subarray(at, to));
    while (at < to) {
      const next = ready && isGood ? form.scan(piece, at, to) : -1;
      if (next > 0) at = next;
      else {
        const end = piece.indexOf(form.closing, at) + form.closing.length;
        feed.write(piece.subarray(at, end));
        ready = isBetween();
        at = end;
      }
    }
  };
  return (piece) => {
    let at = 0;
    if (state === "before") {
      const opening = piece.indexOf(form.opening);
      const end = opening < 0 ? -1 : piece.indexOf(">", opening);
      if (end < 0 && piece.length < longest) return piece;
      at = end < 0 ? piece.length : end + 1;
      feed.write(piece.subarray(0, at));
      ready = isBetween();
      state = ready ? "items" : "parser";
    }
    if (state === "items") {
      const last = piece.lastIndexOf(form.closing);
      if (last >= at) {
        upTo(piece, at, last + form.closing.length);
        at = last + form.closing.length;
      }
      if (ready && piece.length - at < longest) return piece.subarray(at);
      if (!form.isOpen()) state = "parser";
      ready = false;
    }
    feed.write(piece.subarray(at));
    return piece.subarray(piece.length);
  };
}
