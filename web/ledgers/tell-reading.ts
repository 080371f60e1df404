/** How bytes were read that are not read as they are written. */
export type Reading = { readonly readBy?: "ocr" | undefined; readonly passwordLine?: number | undefined };
export type ReadingMark = { readonly key: "ocr" | "password"; readonly tone: "warn" | "quiet"; readonly zh: string; readonly en: string };

/**
 * The marks of a source or record that was not read as it is written: out of a picture (which can err, so a warning), or after a password of
 * the password file, of which only the line is ever told.
 */
export function tellReading({ readBy, passwordLine }: Reading): ReadingMark[] {
  const marks: ReadingMark[] = [];
  if (readBy === "ocr")
    marks.push({ key: "ocr", tone: "warn", zh: "OCR 识别，应与图片核对", en: "read by OCR: hold it against the picture" });
  if (passwordLine !== undefined)
    marks.push({
      key: "password",
      tone: "quiet",
      zh: `用口令文件第 ${passwordLine} 行的口令打开`,
      en: `opened by the password in line ${passwordLine} of the password file`,
    });
  return marks;
}
