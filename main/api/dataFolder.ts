import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, normalize, sep } from "node:path";
import { ProblemError } from "../../shared/problems/problem.ts";
import type { Services } from "./services.ts";

/** The data file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, "keji.db");
}

export function holdsData(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/**
 * The folder that a person named, as a place for data. Where the window remembers its folder, places that are emptied or
 * replaced behind people's backs are refused (architecture, decision 21): the program's own, AppData, temporary ones.
 */
export function placeForData(services: Pick<Services, "remembers" | "programFolder">, folder: string): string {
  const place = normalize(folder.trim());
  if (!isAbsolute(place)) {
    throw refused("E-PRG-03", "请写明完整的文件夹位置，例如 D:\\科绩数据。没有做任何改动。");
  }
  const fleeting = [services.programFolder, tmpdir(), process.env["APPDATA"], process.env["LOCALAPPDATA"]];
  if (services.remembers && fleeting.some((parent) => parent !== undefined && isInside(place, parent))) {
    throw refused("E-PRG-04", "这个位置会随程序更新或系统清理而清空，不能放数据。没有做任何改动，请另选文件夹。");
  }
  return place;
}

function isInside(place: string, parent: string): boolean {
  return place === parent || place.startsWith(parent.endsWith(sep) ? parent : `${parent}${sep}`);
}

function refused(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "refused", code, message });
}
