// Check digits of official numbers, so that the fictional ones in the sample pass the program's own checks.

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

const weightedSum = (values: number[], weights: number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** 18th character of a 统一社会信用代码 (GB 32100-2015, mod 31) for its first 17. */
export function creditCodeCheck(first17: string): string {
  const values = [...first17].map((letter) => CREDIT_ALPHABET.indexOf(letter));
  return CREDIT_ALPHABET.charAt((31 - (weightedSum(values, CREDIT_WEIGHTS) % 31)) % 31);
}

/** 9th character of a 组织机构代码 (GB 11714, mod 11) for eight digits. */
export function organisationCodeCheck(first8: string): string {
  const rest = 11 - (weightedSum([...first8].map(Number), ORGANISATION_WEIGHTS) % 11);
  return rest === 10 ? "X" : rest === 11 ? "0" : String(rest);
}

/** A valid fictional code of 370703; `register` is the two leading characters (91 enterprise, 93 co-operative). */
export function creditCode(serial: number, register = "91"): string {
  const body = String(99_000_000 + serial);
  const first17 = `${register}370703${body}${organisationCodeCheck(body)}`;
  return first17 + creditCodeCheck(first17);
}

/** Patent number with its check digit: year (4), kind (1 发明, 2 实用新型, 3 外观) and seven-digit serial. */
export function patentNumber(year: number, kind: 1 | 2 | 3, serial: number): string {
  const digits = `${year}${kind}${String(serial).padStart(7, "0")}`;
  const check = weightedSum([...digits].map(Number), PATENT_WEIGHTS) % 11;
  return `${digits}.${check === 10 ? "X" : check}`;
}
