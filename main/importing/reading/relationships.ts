import type { ReadingLimits } from "./limits.ts";
import { attribute, readXml } from "./xmlPart.ts";
import type { Part, ZipPackage } from "./zipPackage.ts";

export interface Relationship {
  /** Last word of the type's address, the same in transitional and strict files: worksheet, styles, … */
  type: string;
  /** Lower-case part name the target resolves to. */
  target: string;
}

const namespaces = new Set([
  "http://schemas.openxmlformats.org/package/2006/relationships",
  "http://purl.oclc.org/ooxml/package/relationships",
]);

/**
 * The relationships of a part, by id. None where the part has no relationships file: what then misses a target
 * says so itself. `source` is "" for the package.
 */
export async function relationshipsOf(
  zip: ZipPackage,
  source: string,
  limits: ReadingLimits,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const part = zip.parts.get(relationshipsName(source));
  if (part === undefined) return found;
  await readXml(
    part.bytes(limits.otherXmlBytes),
    {
      open(name, attributes) {
        if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
        const type = attribute(attributes, "Type") ?? "";
        const target = resolveTarget(source, attribute(attributes, "Target") ?? "");
        found.set(attribute(attributes, "Id") ?? "", { type: type.slice(type.lastIndexOf("/") + 1), target });
      },
    },
    { namespaces, limits },
  );
  return found;
}

/** The first part of a type, where it is in the package. */
export function partOfType(zip: ZipPackage, found: Iterable<Relationship>, type: string): Part | undefined {
  for (const relationship of found) {
    if (relationship.type === type) return zip.parts.get(relationship.target);
  }
  return undefined;
}

function relationshipsName(source: string): string {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** Absolute ("/xl/a.xml") and relative ("../a.xml") targets, backslashes and %20 included, as a lower-case part name. */
export function resolveTarget(source: string, target: string): string {
  const plain = decodedTarget(target).replaceAll("\\", "/").toLowerCase();
  const steps = plain.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of plain.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decodedTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
