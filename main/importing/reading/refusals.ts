// The closed list of reasons why a file was not read. A refusal says what happened, that nothing was imported,
// and what to do now; its code can be read out over the telephone.

const saveAsXlsx = "请在 WPS 或 Excel 中另存为 .xlsx 后再导入。";
const sendAgain = "请让填报单位重新发送。";
const checkSource = "请在 WPS 或 Excel 中打开核对，另存为 .xlsx 后再导入。";
const splitIt = "请拆分成几个文件后再导入。";

const table = {
  "E-IMP-01": ["文件是空的", sendAgain],
  "E-IMP-02": ["找不到或打不开这个文件", "请检查文件是否还在原处、是否有权限读取。"],
  "E-IMP-03": ["文件正被其他程序占用", "请在 WPS 或 Excel 中关闭它后重试。"],
  "E-IMP-04": ["文件过大", splitIt],
  "E-IMP-10": ["文件不完整或已损坏", sendAgain],
  "E-IMP-11": ["这是 PDF，不是 Excel 表格", "请向填报单位要 Excel 原表。"],
  "E-IMP-12": ["这是文字文档或演示文稿，不是 Excel 表格", "请把其中的表格复制到 Excel，存为 .xlsx 后再导入。"],
  "E-IMP-13": ["这是 Excel 5.0 以前的旧版工作簿", saveAsXlsx],
  "E-IMP-14": ["工作簿设有打开密码", "请输入打开密码后重读，或在 WPS 或 Excel 中去掉密码后再导入。"],
  "E-IMP-15": ["这是网页，里面没有表格", saveAsXlsx],
  "E-IMP-17": ["这是 OpenDocument 文档，不是表格", saveAsXlsx],
  "E-IMP-18": ["这是 XML 文件，不是工作簿", saveAsXlsx],
  "E-IMP-19": ["这是图片，不是 Excel 表格", "请向填报单位要 Excel 原表。"],
  "E-IMP-20": ["这是压缩包，不是 Excel 表格", "请先解压，再导入里面的表格。"],
  "E-IMP-21": ["文字编码无法识别", checkSource],
  "E-IMP-22": ["打开密码不对", "请核对密码（区分大小写）后重新输入。"],
  "E-IMP-23": ["工作簿的加密方式不支持", "请在 WPS 或 Excel 中去掉密码，另存为 .xlsx 后再导入。"],
  "E-IMP-30": ["文件结构异常", checkSource],
  "E-IMP-31": ["文件异常：解压后过大，已拒绝", checkSource],
  "E-IMP-32": ["文件含有不允许的内容", checkSource],
  "E-IMP-33": ["文件内部的 XML 有误，可能已损坏", checkSource],
  "E-IMP-40": ["工作表缺失", checkSource],
  "E-IMP-41": ["表格内部引用错误", checkSource],
  "E-IMP-42": ["行列编号异常", checkSource],
  "E-IMP-43": ["单元格内容过长", "请缩短该单元格后再导入。"],
  "E-IMP-44": ["行数超过上限", splitIt],
  "E-IMP-45": ["列数超过上限", "请删去多余的列后再导入。"],
  "E-IMP-46": ["工作表过多", splitIt],
  "E-IMP-47": ["文字总量超过上限", splitIt],
  "E-IMP-48": ["文件里没有数据", "请确认选对了文件。"],
  "E-IMP-90": ["读取超时，已停止", splitIt],
  "E-IMP-91": ["读取占用内存过多，已停止", splitIt],
  "E-IMP-92": ["已取消", ""],
  "E-IMP-99": ["文件无法读取", checkSource],
} as const satisfies Record<`E-IMP-${number}`, readonly [what: string, remedy: string]>;

export type RefusalCode = keyof typeof table;

export const refusalCodes = Object.keys(table) as RefusalCode[];

export interface Refusal {
  code: RefusalCode;
  /** Chinese: what happened; nothing was imported; what to do. */
  message: string;
  /** Reading again with the password that opens the workbook may help. */
  needsPassword?: true;
  /** For the log only: what the machine said, often in English. */
  detail?: string;
}

/** `what` takes the place of the code's own first words where more is known, such as a cell's address. */
export function refusal(code: RefusalCode, what?: string, detail?: string): Refusal {
  const [usual, remedy] = table[code];
  const message = `${what ?? usual}；没有导入任何数据。${remedy}`;
  const asks = code === "E-IMP-14" || code === "E-IMP-22";
  return {
    code,
    message,
    ...(asks ? { needsPassword: true as const } : {}),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Thrown inside the reading process only; turned into a value where it leaves. */
export class ReadRefusal extends Error {
  readonly refusal: Refusal;

  constructor(value: Refusal) {
    super(value.message);
    this.name = "ReadRefusal";
    this.refusal = value;
  }
}

/** Ends the reading of a file. @throws ReadRefusal always. */
export function refuse(code: RefusalCode, what?: string, detail?: string): never {
  throw new ReadRefusal(refusal(code, what, detail));
}

/** A ReadRefusal's own value; anything else was not foreseen and becomes E-IMP-99. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ReadRefusal) return error.refusal;
  return refusal("E-IMP-99", undefined, error instanceof Error ? error.message : String(error));
}
