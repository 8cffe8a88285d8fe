import { organisation } from "./data/organisations.ts";

/** Full name, short name or an alias in turn, as different senders write one company. */
export function nameVariant(shortName: string, at: number): string {
  const { name, formerName, aliases } = organisation(shortName);
  const names = [name, shortName, ...aliases, ...(formerName === null ? [] : [formerName])];
  return names[at % names.length] ?? name;
}
