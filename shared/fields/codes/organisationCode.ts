// GB 11714: eight characters and a check character mod 11; in use until 2015 and inside every credit code since.

const weights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first eight characters (0-9, A=10 … Z=35): X for 10, 0 for 11. */
export function organisationCodeCheck(first8: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(first8[i] ?? "0", 36), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}

/** Chinese warning, or null for a sound code of nine characters without hyphen. */
export function organisationCodeTrouble(code: string): string | null {
  if (!/^[0-9A-Z]{8}[0-9X]$/u.test(code)) return "组织机构代码应为8位数字或大写字母加1位校验码";
  return organisationCodeCheck(code) === code[8] ? null : "组织机构代码的校验位不对，请核对";
}
