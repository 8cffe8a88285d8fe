/** `node tests/checks/catalogue.ts [--write]`: prints the catalogue page, or writes it to resources/catalogue.md. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { catalogueText } from "./catalogueText.ts";

const file = join(resolve(import.meta.dirname, "../.."), "resources", "catalogue.md");
const text = catalogueText();
if (process.argv.includes("--write")) {
  writeFileSync(file, text);
  console.log("catalogue: resources/catalogue.md");
} else {
  process.stdout.write(text);
}
