// The small syntax that report templates and roster items share: {slot} and [optional clause]. Slots may hold braces in
// pairs (a roster holds the pattern of its items). \{ \} \[ \] \\ stand for themselves.

export type MarkupPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "slot"; readonly body: string; readonly at: number }
  | { readonly kind: "optional"; readonly parts: readonly MarkupPart[]; readonly at: number };

/** Where (1-based character) and why a text is no markup; the message is a Chinese clause without 。 */
export class MarkupError extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.name = "MarkupError";
    this.at = at;
  }
}

/** Throws MarkupError. */
export function parseMarkup(source: string): MarkupPart[] {
  const characters = [...source];
  let position = 0;

  const readSlot = (): MarkupPart => {
    const start = position;
    let depth = 0;
    let body = "";
    for (; position < characters.length; position += 1) {
      const character = characters[position] ?? "";
      if (character === "{") depth += 1;
      if (character === "}") depth -= 1;
      if (depth === 0) {
        position += 1;
        if (body.slice(1).trim() === "") throw new MarkupError(start + 1, "花括号里没有内容");
        return { kind: "slot", body: body.slice(1).trim(), at: start + 1 };
      }
      body += character;
    }
    throw new MarkupError(start + 1, "花括号“{”没有闭合");
  };

  const readParts = (openedAt: number | null): MarkupPart[] => {
    const parts: MarkupPart[] = [];
    let text = "";
    const flush = (): void => {
      if (text !== "") parts.push({ kind: "text", text });
      text = "";
    };
    while (position < characters.length) {
      const character = characters[position] ?? "";
      if (character === "\\") {
        text += characters[position + 1] ?? "";
        position += 2;
      } else if (character === "{") {
        flush();
        parts.push(readSlot());
      } else if (character === "[") {
        flush();
        const at = position + 1;
        position += 1;
        parts.push({ kind: "optional", parts: readParts(at), at });
      } else if (character === "]") {
        if (openedAt === null) throw new MarkupError(position + 1, "方括号“]”没有开头");
        flush();
        position += 1;
        return parts;
      } else if (character === "}") {
        throw new MarkupError(position + 1, "花括号“}”没有开头");
      } else {
        text += character;
        position += 1;
      }
    }
    if (openedAt !== null) throw new MarkupError(openedAt, "方括号“[”没有闭合");
    flush();
    return parts;
  };

  return readParts(null);
}

/** The slots of a text, those of optional clauses included. */
export function slotsOf(parts: readonly MarkupPart[]): string[] {
  return parts.flatMap((part) =>
    part.kind === "slot" ? [part.body] : part.kind === "optional" ? slotsOf(part.parts) : [],
  );
}
