/** Why bytes could not be read, or not all of them: a stable kind and a sentence for people. */
export type SourceProblem = { readonly kind: ProblemKind; readonly zh: string; readonly en: string };

const PROBLEMS = {
  vanished: { zh: "文件在读取前已不存在：列出之后被移动或删除。", en: "The file is gone: moved or deleted after it was listed." },
  "source-changed": {
    zh: "文件在读取过程中发生变化，读到的内容前后不一致；请对只读副本重新清点。",
    en: "The file changed while it was read; count a read-only copy again.",
  },
  "read-failed": { zh: "读取失败（{detail}）。", en: "Reading failed ({detail})." },
  "not-permitted": { zh: "没有读取权限。", en: "No permission to read it." },
  "no-bytes": { zh: "文件没有任何字节，不是可以打开的{detail}。", en: "The file has no bytes: no {detail} that could be opened." },
  "unsupported-format": { zh: "暂不支持读取该格式（{detail}）。", en: "This format is not supported yet ({detail})." },
  "unknown-format": { zh: "无法识别的二进制内容。", en: "Binary content of an unknown format." },
  "archive-damaged": {
    zh: "压缩包损坏或不完整，无法打开（{detail}）。",
    en: "The archive is damaged or cut off and cannot be opened ({detail}).",
  },
  "archive-cut-short": {
    zh: "压缩包目录损坏，其后的成员无法读取（{detail}）。",
    en: "The archive's directory is damaged; the members after it cannot be read ({detail}).",
  },
  "member-damaged": { zh: "压缩包成员损坏，无法解压（{detail}）。", en: "The member is damaged and cannot be unpacked ({detail})." },
  encrypted: { zh: "已加密，需要口令才能读取。", en: "Encrypted: a password is needed to read it." },
  "wrong-password": {
    zh: "已加密；给出的{detail}个口令都不能打开。",
    en: "Encrypted; none of the {detail} passwords given opens it.",
  },
  "password-not-tried": {
    zh: "已加密；{detail}的这种加密不能用口令文件打开，给出的口令没有试过：请在副本中解除加密后清点。",
    en: "Encrypted in a way of {detail} that a password file does not open; the passwords given were not tried: remove the encryption in a copy and count that.",
  },
  "unsupported-compression": { zh: "不支持的压缩方法（{detail}）。", en: "Unsupported compression method ({detail})." },
  "link-not-followed": {
    zh: "这是指向其他文件的链接，本身没有内容，未跟随。",
    en: "A link to another file: it has no bytes of its own and is not followed.",
  },
  "archive-too-large": {
    zh: "压缩包或其字典过大，超出该格式的读取上限（{detail}字节），未展开。",
    en: "The archive or its dictionary is too large for what can be read of this format ({detail} bytes); not unpacked.",
  },
  "too-deep": { zh: "压缩包嵌套超过{detail}层，未继续展开。", en: "Archives nested more than {detail} deep; not unpacked further." },
  "too-many-members": {
    zh: "压缩包成员超过{detail}个，其余未读取。",
    en: "The archive has more than {detail} members; the rest was not read.",
  },
  "expansion-limit": {
    zh: "解压后体积超过压缩体积的{detail}倍，疑似压缩炸弹，已停止解压。",
    en: "It unpacks to more than {detail} times its packed size: a suspected bomb; unpacking stopped.",
  },
  "unpacked-limit": {
    zh: "解压总量超过上限（{detail}字节），已停止解压。",
    en: "More bytes to unpack than the limit ({detail}); unpacking stopped.",
  },
  "disk-full": {
    zh: "临时存储空间不足，未能解开；请腾出空间后重新清点。",
    en: "The temporary storage is full; free some space and count again.",
  },
  "line-too-long": {
    zh: "有{detail}字节处于超过64MB的单行之中，未读取。",
    en: "{detail} bytes lie in lines of more than 64 MB and were not read.",
  },
  "undecodable-bytes": { zh: "有{detail}处字节不能按该编码解读。", en: "{detail} places cannot be decoded in this encoding." },
  "workbook-damaged": { zh: "工作簿损坏，无法读取（{detail}）。", en: "The workbook is damaged and cannot be read ({detail})." },
  "workbook-empty": { zh: "工作簿中没有工作表。", en: "The workbook has no sheets." },
  "document-damaged": { zh: "文档损坏，无法完整读取（{detail}）。", en: "The document is damaged and cannot be read whole ({detail})." },
  "no-text-layer": {
    zh: "PDF中有{detail}页没有文字层（扫描件），需要OCR识别：清点时加 --ocr。",
    en: "{detail} pages of the PDF have no text layer (scanned); count with --ocr.",
  },
  "needs-ocr": {
    zh: "图片：需要OCR识别文字，清点时加 --ocr 即可读取。",
    en: "A picture: its text has to be recognised; count with --ocr to read it.",
  },
  "pictures-need-ocr": {
    zh: "PDF中有{detail}页除文字外还有图片，图片中的文字未读取：清点时加 --ocr 即可识别。",
    en: "{detail} pages of the PDF hold pictures beside their text; what stands in the pictures was not read: count with --ocr.",
  },
  "image-damaged": { zh: "图片损坏，无法识别（{detail}）。", en: "The picture is damaged and cannot be read ({detail})." },
  "image-too-large": {
    zh: "图片过大（超过{detail}像素或64MB），未识别。",
    en: "The picture is too large (more than {detail} pixels, or 64 MB); not read.",
  },
  "font-not-decoded": {
    zh: "PDF第{detail}页起有字体的编码无法识别，其文字未读取。",
    en: "From page {detail} of the PDF on a font has an encoding that is not known; its text was not read.",
  },
  "too-many-pages": { zh: "PDF超过{detail}页，其余未读取。", en: "The PDF has more than {detail} pages; the rest was not read." },
  "attachments-not-read": { zh: "PDF内嵌{detail}个附件，未读取。", en: "{detail} files attached inside the PDF were not read." },
  "time-limit": { zh: "处理超过{detail}秒的时限，已停止。", en: "It took longer than the limit of {detail} seconds; reading stopped." },
  "memory-limit": {
    zh: "读取所需内存超过上限（{detail}MB），已停止；请拆分文件或者另存后再读。",
    en: "Reading it takes more memory than the limit ({detail} MB) and was stopped; split the file or save it anew.",
  },
  "sheet-cut-short": {
    zh: "工作表在中途损坏，其后的行未读取（{detail}）。",
    en: "The sheet is damaged on the way; the rows after it were not read ({detail}).",
  },
  "json-damaged": {
    zh: "JSON结构有误（{detail}），该处按普通文本读取。",
    en: "The JSON is malformed ({detail}); that part was read as plain text.",
  },
  "xml-damaged": {
    zh: "XML结构有误（{detail}），已按能读出的部分读取。",
    en: "The XML is malformed ({detail}); it was read as far as it goes.",
  },
  "sql-damaged": {
    zh: "SQL转储有误（{detail}），该处按普通文本读取。",
    en: "The SQL dump is malformed ({detail}); that part was read as plain text.",
  },
  "too-many-tables": { zh: "表超过{detail}个，其余未读取。", en: "More than {detail} tables; the rest was not read." },
  "too-many-columns": {
    zh: "列超过{detail}个，其余各列未作列义推断，只按单元格内容读取。",
    en: "More than {detail} columns; what the others mean was not inferred, their cells were read one by one.",
  },
  "database-damaged": { zh: "数据库损坏，无法完整读取（{detail}）。", en: "The database is damaged and cannot be read whole ({detail})." },
  "database-journal": {
    zh: "这是SQLite的预写日志，其中尚未写入数据库的更改未读取；请另行合并副本后清点。",
    en: "A write-ahead log of SQLite: changes in it that are not in the database yet were not read; merge them in a copy and count that.",
  },
  "mail-too-nested": {
    zh: "邮件的部分过多或嵌套过深，其余未读取。",
    en: "The message has too many parts or levels; the rest was not read.",
  },
  "message-too-long": {
    zh: "邮件超过64MB，有{detail}字节未读取。",
    en: "A message of more than 64 MB: {detail} bytes of it were not read.",
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

/** The problem of the kind, its sentences filled with the detail. */
export function problemOf(kind: ProblemKind, detail: string | number = ""): SourceProblem {
  const { zh, en } = PROBLEMS[kind];
  return { kind, zh: zh.replace("{detail}", String(detail)), en: en.replace("{detail}", String(detail)) };
}

/** Why something encrypted stays closed: no password was given, or none of so many fits. */
export function lockedProblem(tried: number): SourceProblem {
  return tried > 0 ? problemOf("wrong-password", tried) : problemOf("encrypted");
}

/** The same for encryption that no password of the file is tried with. */
export function sealedProblem(format: string, given: number): SourceProblem {
  return given > 0 ? problemOf("password-not-tried", format) : problemOf("encrypted");
}

/** Bytes that cannot be had, with the problem to report: what a reader throws, and whoever reads a leaf turns into its status. */
export class Unreadable extends Error {
  readonly problem: SourceProblem;

  constructor(problem: SourceProblem, cause?: unknown) {
    super(problem.en, cause === undefined ? undefined : { cause });
    this.name = "Unreadable";
    this.problem = problem;
  }
}

/** Unreadable for a failed system call or decompression, by its code. @throws the failure itself when it is a fault of ours */
export function unreadableBecause(failure: unknown, otherwise: ProblemKind): Unreadable {
  if (failure instanceof Unreadable) return failure;
  if (isFault(failure)) throw failure;
  const code = failure instanceof Error && "code" in failure ? String(failure.code) : "";
  if (code === "ENOENT") return new Unreadable(problemOf("vanished"), failure);
  if (code === "EACCES" || code === "EPERM") return new Unreadable(problemOf("not-permitted"), failure);
  if (code === "ENOSPC" || code === "EDQUOT") return new Unreadable(problemOf("disk-full"), failure);
  return new Unreadable(problemOf(otherwise, failure instanceof Error ? failure.message : String(failure)), failure);
}

/** A mistake of the program must never be told as damaged evidence. */
function isFault(failure: unknown): boolean {
  return (failure instanceof TypeError || failure instanceof ReferenceError) && !("code" in failure);
}
