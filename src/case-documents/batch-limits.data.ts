/** Bounds of a batch: what is beyond is told in a sentence. A ZIP's own bounds against bombs are those of the scanner. */
export const BATCH_LIMITS = {
  /** lines of a JSONL or files of a ZIP */
  parts: 200_000,
  /** bytes of one file of a ZIP, unpacked */
  fileBytes: 64 * 1024 * 1024,
  /** documents kept in one transaction: everybody else's audit entries wait so long */
  group: 10,
  /** characters of text after which a group is kept though it is not full */
  groupCharacters: 400_000,
  /** problems shown with a batch */
  problemsShown: 50,
} as const;
