/**
 * Heads the hidden last column of our own exports: the id of each row's record, by which the row is known again when
 * the workbook comes back, even where its name was corrected in Excel or nothing else tells it apart.
 */
export const recordNumberHeading = "记录号（请勿改动）";

/** What such a column feeds: no field, it tells whose row it is. */
export const recordNumberField = "#record";
