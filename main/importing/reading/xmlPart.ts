import { TextDecoder } from "node:util";
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { cleaned } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { ReadRefusal, refuse } from "./refusals.ts";

export type XmlAttributes = Readonly<Record<string, SaxesAttributeNS>>;

export interface XmlHandlers {
  /** `name` is the local one; elements of other namespaces are left out with all they hold. */
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  /** May come in several pieces, entities decoded. */
  text?(text: string): void;
}

export interface XmlOptions {
  namespaces: ReadonlySet<string>;
  limits: ReadingLimits;
  /** Runs between pieces of input; a slow receiver holds the parser back here. */
  between?: () => Promise<void> | void;
}

/** Runs a part through the parser. @throws ReadRefusal on DOCTYPE, depth, attributes, encoding or bad XML. */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  { namespaces, limits, between }: XmlOptions,
): Promise<void> {
  const feed = xmlFeed(handlers, { namespaces, limits });
  for await (const chunk of bytes) {
    feed.write(chunk);
    if (between !== undefined) await between();
  }
  feed.finish();
}

/** A part in pieces, which may end anywhere. All throw a ReadRefusal, as `readXml` does. */
export interface XmlFeed {
  write(chunk: Buffer): void;
  finish(): void;
  /** How many elements are open where the last byte ended a tag; -1 where it did not. */
  depthAtTag(): number;
  /** Whether a prefix has a namespace where the parser stands. */
  isBound(prefix: string): boolean;
}

export function xmlFeed(handlers: XmlHandlers, { namespaces, limits }: Omit<XmlOptions, "between">): XmlFeed {
  const parser = guardedParser(handlers, namespaces, limits);
  let decoder: TextDecoder | undefined;
  const feed = (text: string): void => {
    try {
      parser.write(cleaned(text));
    } catch (error) {
      if (error instanceof ReadRefusal) throw error;
      refuse("E-IMP-33", undefined, error instanceof Error ? error.message : String(error));
    }
  };
  return {
    write(chunk) {
      if (chunk.length === 0) return;
      decoder ??= new TextDecoder(byteOrderMark(chunk), { fatal: true });
      feed(decoded(decoder, chunk));
    },
    finish() {
      if (decoder === undefined) refuse("E-IMP-33", undefined, "empty part");
      feed(decoded(decoder));
      parser.finish();
    },
    depthAtTag: parser.depthAtTag,
    isBound: parser.isBound,
  };
}

interface GuardedParser {
  write(text: string): void;
  finish(): void;
  depthAtTag(): number;
  isBound(prefix: string): boolean;
}

function guardedParser(handlers: XmlHandlers, namespaces: ReadonlySet<string>, limits: ReadingLimits): GuardedParser {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let foreign = 0;
  let lastEvent = 0;
  // Between two writes the parser's own position is off by the last one.
  let written = 0;
  let badEntity = false;
  const text = (piece: string): void => {
    lastEvent = parser.position;
    if (foreign === 0) handlers.text?.(badEntity ? withoutBadEntities(piece) : piece);
    badEntity = false;
  };
  // Six handlers and no more: saxes keeps each under a computed key, and with a seventh V8 stores the whole parser as a
  // dictionary, four times slower (measured).
  parser.on("doctype", () => refuse("E-IMP-32"));
  parser.on("opentag", (tag: SaxesTagNS) => {
    // An attribute takes five characters at least: a shorter tag need not be counted.
    const long = parser.position - lastEvent > limits.xmlAttributes * 5;
    lastEvent = parser.position;
    if (long && Object.keys(tag.attributes).length > limits.xmlAttributes) {
      refuse("E-IMP-33", `文件结构异常：属性超过 ${limits.xmlAttributes} 个`);
    }
    if (++depth > limits.xmlDepth) refuse("E-IMP-33", `文件结构异常：嵌套超过 ${limits.xmlDepth} 层`);
    if (foreign > 0 || !namespaces.has(tag.uri)) foreign++;
    else handlers.open?.(tag.local, tag.attributes);
  });
  parser.on("closetag", (tag: SaxesTagNS) => {
    lastEvent = parser.position;
    depth--;
    if (foreign > 0) foreign--;
    else handlers.close?.(tag.local);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("error", (error: Error) => {
    // A reference to NUL or another forbidden character: the text is kept and the reference dropped.
    if (!error.message.endsWith("malformed character entity.")) throw error;
    badEntity = true;
  });
  return {
    depthAtTag: () => (written === lastEvent ? depth : -1),
    isBound: (prefix) => (parser.resolve(prefix) ?? "") !== "",
    write(chunk) {
      parser.write(chunk);
      written += chunk.length;
      if (written - lastEvent > limits.xmlTokenCharacters) {
        refuse("E-IMP-43", `文件里有一段超过 ${spoken(limits.xmlTokenCharacters, "字")}的内容`);
      }
    },
    finish() {
      try {
        parser.close();
      } catch (error) {
        refuse("E-IMP-33", undefined, error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** UTF-16 where the byte order mark says so, else UTF-8, whatever the XML declaration claims. */
function byteOrderMark(start: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function decoded(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return refuse("E-IMP-33", "文件内部的文字编码有误，可能已损坏");
  }
}

// saxes leaves a reference it refuses as it stood.
function withoutBadEntities(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,8})|(\d{1,10}));/giu, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10_ff_ff || cleaned(String.fromCodePoint(code)) === "" ? "" : whole;
  });
}

/** An attribute's value, undefined where it is not there. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  return attributes[name]?.value;
}

/** By its local name, whatever the prefix is called: for formats whose attributes have namespaces. */
export function localAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const found of Object.values(attributes)) if (found.local === local) return found.value;
  return undefined;
}

/** xsd:boolean: "1", "true" and "on" (a VML leftover some writers use). */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
