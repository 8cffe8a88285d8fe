import { refuse } from "./refusals.ts";

/** Excel, WPS and LibreOffice try this one without asking; yearbook workbooks are often locked with it. */
const defaultPassword = "VelvetSweatshop";

/**
 * Tries the password everybody's program tries, then the one given. `open` answers null where a password is wrong.
 * @throws ReadRefusal E-IMP-14 where one must be asked for, E-IMP-22 where the one given is wrong
 */
export function unlockedWith<T>(password: string | undefined, open: (candidate: string) => T | null): T {
  const candidates = password === undefined || password === "" ? [defaultPassword] : [defaultPassword, password];
  for (const candidate of candidates) {
    const opened = open(candidate);
    if (opened !== null) return opened;
  }
  return refuse(candidates.length === 1 ? "E-IMP-14" : "E-IMP-22");
}
