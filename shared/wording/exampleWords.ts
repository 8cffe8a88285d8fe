// The example row of our fill-in templates is told by its first words, in whatever workbook it comes back.

const mark = "（示例）";
const company = "某某科技有限公司";

/** What names the example's record. @param label of the column. */
export function exampleName(label: string, isOrganisation: boolean): string {
  return `${mark}${isOrganisation ? company : label}`;
}

/** Whether a cell begins as the name of an example does. */
export function isExample(text: string): boolean {
  return (text.startsWith("（示") || text.startsWith("(示")) && /^[（(]示例[）)]/u.test(text);
}

/** Whether it is the very name that the program wrote under this heading: nobody has filled the row in. */
export function isUntouchedExample(text: string, heading: string): boolean {
  const rest = text.trim().replace(/^[（(]示例[）)]/u, "");
  return rest === "" || rest === company || heading.replace(/^\*\s*/u, "").startsWith(rest);
}
