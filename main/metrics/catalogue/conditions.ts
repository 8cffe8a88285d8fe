import type { Condition } from "../../../shared/metrics/definition.ts";

// Conditions that many metrics share, so that 市级以上 and 省、市级 mean one thing throughout.

export const cityAndAbove: Condition = { field: "level", atLeast: "市级" };
export const provinceAndAbove: Condition = { field: "level", atLeast: "省级" };
/** 省、市级: exactly these two, not the national ones. */
export const provinceOrCity: Condition = { field: "level", in: ["省级", "市级"] };
export const cityOnly: Condition = { field: "level", in: ["市级"] };
export const national: Condition = { field: "level", in: ["国家级"] };

export const ofType = (...types: string[]): Condition => ({ field: "type", in: types });
