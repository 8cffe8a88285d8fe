import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: by this a file is known again, whatever its name. */
export function contentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
