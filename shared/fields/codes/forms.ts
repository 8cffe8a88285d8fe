import type { CodeScheme } from "../field.ts";
import { creditCodeTrouble } from "./creditCode.ts";
import { patentNoForm, patentNoTrouble } from "./patentNo.ts";

// Official numbers without a check digit are known by their form only.

function formTrouble(form: RegExp, message: string): (code: string) => string | null {
  return (code) => (form.test(code) ? null : message);
}

/** One canonical writing, so that equal numbers are equal texts. */
type Canonical = (folded: string) => string;
const plain: Canonical = (code) => code;

export const codeSchemes: {
  readonly [S in CodeScheme]: { form: Canonical; trouble: (code: string) => string | null };
} = {
  // 12345678-9 is how organisation codes were printed.
  creditCode: { form: (code) => code.replace(/^([0-9A-Z]{8})-([0-9X])$/u, "$1$2"), trouble: creditCodeTrouble },
  patentNo: { form: patentNoForm, trouble: patentNoTrouble },
  certificateNo: {
    form: plain,
    trouble: formTrouble(/^G[RFS]\d{12}$/u, "高新技术企业证书编号应为GR（复审为GF）加12位数字"),
  },
  techSmeNo: {
    form: plain,
    trouble: (code) => {
      if (!/^[0-9A-Z]{18}$/u.test(code)) return "科技型中小企业登记编号应为18位";
      return /[0AB]/u.test(code[10] ?? "") ? null : "科技型中小企业登记编号第11位应为0、A或B";
    },
  },
  contractNo: { form: plain, trouble: formTrouble(/^\d{16}$/u, "技术合同登记编号应为16位数字") },
  achievementNo: {
    form: plain,
    trouble: formTrouble(
      /^[0-9A-Z]{3}\d{4}[A-Z]\d{4}$/u,
      "成果登记号应为12位：3位地区或部门、4位年份、1位类型、4位流水",
    ),
  },
  areaCode: { form: plain, trouble: formTrouble(/^\d{6}(?:\d{3})?$/u, "行政区划代码应为6位或9位数字") },
  free: { form: plain, trouble: () => null },
};
