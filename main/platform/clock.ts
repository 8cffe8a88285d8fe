/** The two times the program speaks of. Replaced in tests; nothing else may ask the system for the time. */
export interface Clock {
  /** This moment, ISO 8601 in UTC. */
  now(): string;
  /** Today's date where the bureau is (Asia/Shanghai), ISO day. */
  today(): string;
}

const chineseDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => chineseDay.format(new Date()),
};
