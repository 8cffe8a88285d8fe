// Excel counts days. In the 1900 system day 60 is 29 February 1900, which never was; in the 1904 system day 0 is
// 1 January 1904. Integer arithmetic only: readers that went through Date lost 43 seconds and with them a day.

/** ISO day of a count of days since 1970-01-01 (Howard Hinnant's civil_from_days). */
function civil(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The ISO day of a serial number as its source digits (a time of day is dropped); null where it is no day. */
export function serialDay(text: string, date1904: boolean): string | null {
  const match = /^(\d{1,7})(?:\.\d*)?$/u.exec(text);
  if (!match) return null;
  const serial = Number(match[1]);
  if (date1904) return serial > 2_957_003 ? null : civil(serial - 24_107);
  if (serial < 1 || serial === 60 || serial > 2_958_465) return null;
  return civil(serial < 60 ? serial - 25_568 : serial - 25_569);
}
