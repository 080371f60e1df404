import type { ProblemKind } from "#scan/sources/problem.ts";

/** Signs a document may have to be read: nobody writes a longer one, and what is longer is data. */
export const LONGEST_TEXT = 2_000_000;

/**
 * 读不了的原因 every sentence with which reading a document may end, or with which a part of it is left out: where, what was expected, what was found, what helps. The list
 * is closed: no message of a library is passed on. `{…}` are numbers, or words of `DOCUMENT_WORDS`.
 */
export const DOCUMENT_PROBLEMS = {
  "pdf-structure": {
    kind: "document-damaged",
    zh: "PDF文件：应有完整的目录和页面结构，实际读不出，文件已损坏或者不完整；请重新导出后再读。",
    en: "The PDF: a whole directory and structure of pages was expected, none could be read. The file is damaged or cut off; export it again.",
  },
  "pdf-page": {
    kind: "document-damaged",
    zh: "PDF第{page}页：应有可以解析的页面内容，实际已损坏，该页没有读入。",
    en: "Page {page} of the PDF: content that can be parsed was expected, it is damaged; the page was left out.",
  },
  "pdf-locked": {
    kind: "encrypted",
    zh: "PDF文件：应能直接打开，实际已加密，需要口令；请在副本中去掉口令后再读。",
    en: "The PDF: a file that opens was expected, it is encrypted and needs a password. Remove it in a copy and read that.",
  },
  "pdf-scanned": {
    kind: "no-text-layer",
    zh: "PDF文件：应有文字层，实际是扫描件，没有文字层，读不出文字；请改用带文字层的PDF，或者DOCX、TXT。",
    en: "The PDF: a text layer was expected, it is scanned and has none: nothing can be read. Use a PDF with text, a DOCX or a TXT.",
  },
  "pdf-scanned-pages": {
    kind: "no-text-layer",
    zh: "PDF有{pages}页带有图片：应有文字层，图片中的文字没有读入；其余文字已读。",
    en: "PDF, pages with pictures: {pages}. A text layer was expected; what stands in the pictures was not read, the rest was.",
  },
  "pdf-too-large": {
    kind: "archive-too-large",
    zh: "PDF文件：应不超过{megabytes}MB，实际更大；请拆分后再读。",
    en: "The PDF: {megabytes} MB at most were expected, it is larger; split it.",
  },
  "pdf-too-many-pages": {
    kind: "too-many-pages",
    zh: "PDF第{pages}页以后：应不超过{pages}页，实际更多，其余没有读入；请拆分后再读。",
    en: "The PDF behind page {pages}: {pages} pages at most were expected, there are more; the rest was not read. Split it.",
  },
  "pdf-slow": {
    kind: "time-limit",
    zh: "PDF第{page}页：应在{seconds}秒内读出，实际超过时限，已停止；请重新导出或者拆分后再读。",
    en: "Page {page} of the PDF: reading within {seconds} seconds was expected, it took longer and was stopped. Export it again or split it.",
  },
  "pdf-slow-opening": {
    kind: "time-limit",
    zh: "打开PDF文件：应在{seconds}秒内完成，实际超过时限，已停止；请重新导出或者拆分后再读。",
    en: "Opening the PDF: {seconds} seconds at most were expected, it took longer and was stopped. Export it again or split it.",
  },
  "pdf-full": {
    kind: "memory-limit",
    zh: "PDF第{page}页：所需内存应不超过{megabytes}MB，实际内存超过上限，已停止；请重新导出或者拆分后再读。",
    en: "Page {page} of the PDF: {megabytes} MB of memory at most were expected, it takes more and was stopped. Export it again or split it.",
  },
  "pdf-full-opening": {
    kind: "memory-limit",
    zh: "打开PDF文件：所需内存应不超过{megabytes}MB，实际内存超过上限，已停止；请重新导出或者拆分后再读。",
    en: "Opening the PDF: {megabytes} MB of memory at most were expected, it takes more and was stopped. Export it again or split it.",
  },
  "pdf-broke-off": {
    kind: "read-failed",
    zh: "PDF文件：应能逐页读完，实际读到第{page}页时解析中断；请重新导出后再读。",
    en: "The PDF: reading page by page was expected, parsing broke off at page {page}. Export it again.",
  },
  "zip-directory": {
    kind: "archive-damaged",
    zh: "{file}：末尾应有文件目录，实际没有找到或者读不出，压缩包损坏或者不完整；请重新保存后再读。",
    en: "{file}: a directory was expected at its end, none was found or it cannot be read. The archive is damaged or cut off; save it again.",
  },
  "zip-cut-short": {
    kind: "archive-cut-short",
    zh: "{file}：文件目录应当完整，实际在中途损坏，其后的内容没有读入；请重新保存后再读。",
    en: "{file}: a whole directory was expected, it is damaged on the way; what comes behind was not read. Save it again.",
  },
  "zip-packed": {
    kind: "member-damaged",
    zh: "{file}：应能解压，实际压缩数据已损坏；请重新保存后再读。",
    en: "{file}: data that unpacks was expected, it is damaged. Save it again.",
  },
  "zip-changed": {
    kind: "member-damaged",
    zh: "{file}：应与保存时的校验值一致，实际不一致，文件可能已损坏；请核对原件。",
    en: "{file}: the checksum it was saved with was expected, it differs: the content may be damaged. Compare the original.",
  },
  "zip-method": {
    kind: "unsupported-compression",
    zh: "{file}：应以通用方法（存储或者Deflate）压缩，实际是其他方法；请重新压缩后再读。",
    en: "{file}: common packing (stored or deflate) was expected, it is packed otherwise. Pack it again.",
  },
  "zip-bomb": {
    kind: "expansion-limit",
    zh: "{file}：解压后的体积应在上限以内，实际远超压缩体积，疑似压缩炸弹，已停止解压。",
    en: "{file}: a size within the limit was expected, it unpacks to far more than its packed size: a suspected bomb, unpacking stopped.",
  },
  "zip-too-many": {
    kind: "too-many-members",
    zh: "{file}：内含的文件应在上限以内，实际更多，其余没有读入；请拆分后再读。",
    en: "{file}: files within the limit were expected, there are more; the rest was not read. Split it.",
  },
  "zip-locked": {
    kind: "encrypted",
    zh: "{file}：应能直接打开，实际已加密，需要口令；请在副本中去掉口令后再读。",
    en: "{file}: a file that opens was expected, it is encrypted and needs a password. Remove it in a copy and read that.",
  },
  "file-too-large": {
    kind: "archive-too-large",
    zh: "{file}：应不超过{megabytes}MB，实际文件过大；请拆分后再读，数据文件请到“数量”中清点。",
    en: '{file}: {megabytes} MB at most were expected, it is larger. Split it; count files of data under "Quantities".',
  },
  "docx-xml": {
    kind: "document-damaged",
    zh: "Word文档损坏，{part}：应为完整的XML，实际在中途断开，其后的内容没有读入；请重新保存后再读。",
    en: "The Word document is damaged, {part}: whole XML was expected, it breaks off; what comes behind was not read. Save it again.",
  },
  "docx-tangled": {
    kind: "document-damaged",
    zh: "Word文档损坏，{part}：表格和段落的嵌套应在上限以内，实际过深或者过多，其后的内容没有读入；请重新保存后再读。",
    en: "The Word document is damaged, {part}: tables and paragraphs nested within the limit were expected, they are too deep or too many; what comes behind was not read. Save it again.",
  },
  "doc-structure": {
    kind: "document-damaged",
    zh: "旧版Word文档损坏：应有完整的文件头和分区表，实际读不出，文件已损坏或者不完整；请另存为DOCX或者PDF后再读。",
    en: "The old Word document is damaged: a whole head and tables were expected, they cannot be read. Save it as DOCX or PDF and read that.",
  },
  "doc-pieces": {
    kind: "document-damaged",
    zh: "旧版Word文档损坏：正文各段应当完整，实际有的段落读不出，没有读入；请另存为DOCX或者PDF后再读。",
    en: "The old Word document is damaged: all pieces of its text were expected, some cannot be read and were left out. Save it as DOCX or PDF and read that.",
  },
  "doc-locked": {
    kind: "encrypted",
    zh: "Word文档已加密，需要口令才能读取；请在副本中去掉口令后再读。",
    en: "The Word document is encrypted: a password is needed. Remove it in a copy and read that.",
  },
  "doc-none": {
    kind: "unsupported-format",
    zh: "旧版Office文件中没有找到Word文档（可能是表格、幻灯片，或者文件不完整），请另存为DOCX或者PDF。",
    en: "No Word document was found in the file of old Office (it may be sheets or slides, or cut off); save it as DOCX or PDF.",
  },
  "other-format": {
    kind: "unsupported-format",
    zh: "文件：应为PDF、Word、HTML或者文本，实际是{format}，不支持读取该格式；请另存为其中一种后再读。",
    en: "The file: PDF, Word, HTML or text was expected, it is {format}, a format that is not read. Save it as one of those.",
  },
  "text-too-long": {
    kind: "archive-too-large",
    zh: "正文：应不超过{characters}字，实际更长，不像案件文书；数据文件请到“数量”中清点。",
    en: 'The text: {characters} characters at most were expected, it is longer and no case document. Count files of data under "Quantities".',
  },
  "batch-format": {
    kind: "unsupported-format",
    zh: "成批文件：应为JSONL（每行一份文书）或者装有文书的ZIP，实际是{format}；请另存为其中一种，单份文书请单独附入。",
    en: "The batch: JSONL (a document a line) or a ZIP of documents was expected, it is {format}. Save it as one of those; attach a single document by itself.",
  },
  "batch-part": {
    kind: "read-failed",
    zh: "成批文件第{part}份：应仍是可以读出的文书，实际没有找到或者读不出；请核对原件。",
    en: "Document {part} of the batch: one that can be read was expected, it is not there any more or cannot be read. Compare the original.",
  },
  "no-text": {
    kind: "unknown-format",
    zh: "文件：应为PDF、Word、HTML，或者可以辨认编码的文本，实际是二进制内容，不是文字；请另存为其中一种后再读。",
    en: "The file: PDF, Word, HTML or text in a known encoding was expected, it holds binary data and no text. Save it as one of those.",
  },
  undecodable: {
    kind: "undecodable-bytes",
    zh: "文本：各处字节应能按所用编码解读，实际有{places}处不能，以“\uFFFD”代替。",
    en: 'The text: bytes of one encoding were expected; places that do not decode: {places}. They stand as "\uFFFD".',
  },
  unreachable: {
    kind: "read-failed",
    zh: "文件：应能从存储中读出，实际读取失败（可能已移走、正在被改写，或者没有权限）；请核对后再读。",
    en: "The file: reading it from the disk was expected and failed (it may have been moved, be written to, or not be permitted). Look at it and read it again.",
  },
  "program-failed": {
    kind: "read-failed",
    zh: "文件：应能读完，实际读取程序出错，不是文书的问题，没有读入；请把文件交给技术人员核对。",
    en: "The file: reading it to its end was expected, the program failed at it, which is no fault of the document. It was left out; have technicians look at it.",
  },
} as const satisfies Record<string, { readonly kind: ProblemKind; readonly zh: string; readonly en: string }>;

/** What stands for `{…}` beside numbers. */
export const DOCUMENT_WORDS = {
  body: { zh: "正文", en: "its body" },
  footnotes: { zh: "脚注", en: "its footnotes" },
  endnotes: { zh: "尾注", en: "its endnotes" },
  docx: { zh: "Word文档", en: "The Word document" },
  zip: { zh: "压缩包", en: "The archive" },
  member: { zh: "压缩包中的该文件", en: "The file in the archive" },
  file: { zh: "文件", en: "The file" },
  archive: { zh: "压缩包", en: "an archive" },
  sheet: { zh: "表格", en: "a workbook" },
  slides: { zh: "幻灯片", en: "a presentation" },
  picture: { zh: "图片", en: "a picture" },
  database: { zh: "数据库", en: "a database" },
  "open-document": { zh: "OpenDocument文件", en: "a file of OpenDocument" },
  word: { zh: "Word文档", en: "a Word document" },
  other: { zh: "其他格式的文件", en: "a file of another format" },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type DocumentProblem = keyof typeof DOCUMENT_PROBLEMS;
export type DocumentWord = keyof typeof DOCUMENT_WORDS;
