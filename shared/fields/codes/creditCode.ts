import { organisationCodeTrouble } from "./organisationCode.ts";

// GB 32100-2015: 18 characters of a 31-letter alphabet (no I, O, S, V, Z), the last one a check character mod 31.
// Early pilot codes are legal and fail the check, so a wrong one is a warning and never a refusal.

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u;

/** The check character of the first 17 characters; null where one of them is outside the alphabet. */
export function creditCodeCheck(first17: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? null;
}

/** Chinese warning, or null for a sound code. Nine characters are taken for the older 组织机构代码 (GB 11714). */
export function creditCodeTrouble(code: string): string | null {
  if (/^[0-9A-Z]{9}$/u.test(code)) return organisationCodeTrouble(code);
  if (/^\d{15}$/u.test(code)) return "15位数字是营业执照注册号或税号，不是统一社会信用代码";
  if (!form.test(code)) return "统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）";
  return creditCodeCheck(code.slice(0, 17)) === code[17]
    ? null
    : "统一社会信用代码的校验位不对，请核对（早期试点代码除外）";
}
