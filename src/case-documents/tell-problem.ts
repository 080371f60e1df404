import { BATCH_LIMITS } from "#case-documents/batch-limits.data.ts";
import { LONGEST_TEXT } from "#documents/document-problems.data.ts";
import { tellDocumentProblem } from "#documents/refuse-document.ts";
import type { VaultProblem } from "#evidence/vault.ts";

type Words = { readonly zh: string; readonly en: string };

export const TOO_LONG: Words = wordsOf(tellDocumentProblem("text-too-long", { characters: LONGEST_TEXT }));
export const EMPTY: Words = { zh: "文件里没有文字。", en: "There is no text in the file." };
export const NOTHING_READ: Words = {
  zh: "正文已读完，没有读到事实：没有罪名、条数、行为等可以认出的内容。",
  en: "The text was read and no fact was found: no charge, number or conduct that could be recognised.",
};
export const GIVEN_UP: Words = {
  zh: "阅读多次中断，未能完成；请重新阅读，仍不行请联系技术人员。",
  en: "Reading was cut off again and again; read it again, and tell the technicians if it stays so.",
};
export const BATCH_GIVEN_UP: Words = {
  zh: "成批阅读多次中断，已读的保留；请继续，仍不行请联系技术人员。",
  en: "Reading the batch was cut off again and again; what was read stays. Go on with it, and tell the technicians if it stays so.",
};
/** A part that cannot be read for no reason of its own that is known: the program failed at it, each time it was tried. */
export const PART_BROKE_OFF: Words = {
  zh: "这一份：应能读完，实际每次阅读都中断（程序出错），没有读入，其余照常；请单独附入后再读，仍不行请联系技术人员。",
  en: "This document: reading it to its end was expected, the program failed each time it was tried. It was left out and the rest goes on; attach it by itself, and tell the technicians if it stays so.",
};
export const NOTHING_IN_BATCH: Words = {
  zh: '没有一份可以作为文书：JSONL 每行应为 {"id", "text"}，ZIP 中应为 PDF、Word、HTML 或者文本。',
  en: 'Nothing of it is a document: each line of a JSONL must be {"id", "text"}, a ZIP must hold PDF, Word, HTML or text.',
};
export const TOO_MANY_PARTS: Words = {
  zh: `超过${BATCH_LIMITS.parts.toLocaleString("en")}份，其余没有读；请拆分后再附。`,
  en: `More than ${BATCH_LIMITS.parts.toLocaleString("en")} documents: the rest was not read. Split the file and attach the parts.`,
};

/** The sentence alone of what a document could not be read for, or of a gap: what is kept and shown. */
export function wordsOf({ zh, en }: Words): Words {
  return { zh, en };
}

/** The bytes in the vault are gone, or are not those that were taken in. */
export function tellDamage({ kind, place }: VaultProblem): Words {
  return kind === "evidence-missing"
    ? { zh: "文书的原件在存储中缺失，未能阅读。", en: "The document is missing from the store; nothing was read." }
    : {
        zh: `文书的原件与入库时的校验值不一致（${place}），未能阅读。`,
        en: `The document differs from what was taken in (${place}); nothing was read.`,
      };
}
