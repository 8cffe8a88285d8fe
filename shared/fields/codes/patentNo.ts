// Chinese patent numbers: year, type (1 invention, 2 utility model, 3 design, 8/9 PCT), serial, dot, check mod 11.
// Twelve digits since October 2003, eight before. ZL marks a granted patent, CN an application; neither is stored,
// so that an application and its patent can be compared.

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The check character of 12 or 8 digits. */
export function patentCheck(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (weights[i] ?? 0), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/** ZL 2015 1 0743297.5 and CN2015107432975 become 201510743297.5. */
export function patentNoForm(text: string): string {
  const bare = text.replace(/^(?:ZL|CN)(?=\d)/u, "").replace(/\((?:发明|实用新型|外观设计)\)$/u, "");
  return bare.replace(/^(\d{12}|\d{8})([\dX])$/u, "$1.$2");
}

// Registered rights that share the column: software copyright, layout design, plant variety, trade mark numbers.
const otherRights = /^(?:\d{4}SR\d{5,8}|软著登字第?\d+号|BS\.?\d{8,9}(?:\.\d)?|CNA\d{8}\.\d|CNA\d{11})$/u;

/** Chinese warning, or null for a sound number. */
export function patentNoTrouble(number: string): string | null {
  if (otherRights.test(number)) return null;
  const match = /^(\d{12}|\d{8})(?:\.([\dX]))?$/u.exec(number);
  if (!match?.[1]) return "专利号应为12位数字加“.”和校验位，如 201510743297.5";
  if (match[2] === undefined) return "专利号缺少“.”后面的校验位";
  const digits = match[1];
  const type = digits.length === 12 ? digits[4] : digits[2];
  if (!/[12389]/u.test(type ?? "")) return "专利号里表示专利类型的一位数字应为1、2、3、8或9";
  return patentCheck(digits) === match[2] ? null : "专利号的校验位不对，请核对";
}
