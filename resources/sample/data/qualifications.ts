// Four granted innovative (pilot) companies at provincial or municipal level, two pending, three that are something else.

export interface Qualification {
  readonly company: string;
  readonly type: string;
  readonly level: "省" | "市" | "区";
  readonly status: "认定" | "申报";
  readonly applied: string | null;
  readonly granted: string | null;
  readonly expected: string | null;
  readonly isPromising: boolean;
  readonly documentNo: string | null;
}

type Row = readonly [
  company: string,
  type: string,
  level: "省" | "市" | "区",
  granted: string,
  documentNo: string | null,
];

const GRANTED: readonly Row[] = [
  ["海龙", "创新型企业", "省", "2009-08", "示例科字〔2009〕77号"],
  ["精工", "创新型试点企业", "省", "2010-11-15", "示例科字〔2010〕149号"],
  ["圆友集团", "创新型企业", "市", "2010-09", "示例市科〔2010〕47号"],
  ["华铃动力", "创新型试点企业", "市", "2011-09-20", "示例市科〔2011〕49号"],
  ["示例瑞丰机械", "创新型试点企业", "区", "2012-06", "示例区科〔2012〕15号"],
  ["恒联", "知识产权示范企业", "市", "2011-04-26", null],
  ["示例中科光电", "民营科技企业", "省", "2012-03", null],
];

const pending = (company: string): Qualification => ({
  company,
  type: "创新型试点企业",
  level: "市",
  status: "申报",
  applied: "2012-09-25",
  granted: null,
  expected: "2012-12",
  isPromising: true,
  documentNo: null,
});

export const qualifications: readonly Qualification[] = [
  ...GRANTED.map(([company, type, level, granted, documentNo]) => ({
    company,
    type,
    level,
    status: "认定" as const,
    applied: null,
    granted,
    expected: null,
    isPromising: false,
    documentNo,
  })),
  pending("圆友重工"),
  pending("沃科奇实业"),
];
