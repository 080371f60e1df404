import { DOCUMENT_PROBLEMS, DOCUMENT_WORDS } from "#documents/document-problems.data.ts";
import { tellDeleted, tellLost, tellMixed } from "#documents/tell-gaps.ts";

type Words = { readonly zh: string; readonly en: string };

/** Every sentence with which reading a document may end, or tell a gap: templates with numbers and words of the closed list in their places. */
const PATTERNS = [
  ...Object.values(DOCUMENT_PROBLEMS),
  ...[1, 2].flatMap((many) => [
    ...tellDeleted(many),
    ...tellMixed(many, "utf-8"),
    ...tellMixed(many, "gb18030"),
    ...tellLost("\uFFFD".repeat(many)),
  ]),
].map(({ zh, en }) => ({ zh: patternOf(zh, "zh"), en: patternOf(en, "en") }));

/** Whether a sentence, in both languages, is one of the closed list: none of a library, no name of a class. `more`: sentences that hold beside it. */
export function isOfList({ zh, en }: Words, more: readonly Words[] = []): boolean {
  return more.some((one) => one.zh === zh && one.en === en) || PATTERNS.some((pattern) => pattern.zh.test(zh) && pattern.en.test(en));
}

function patternOf(sentence: string, language: "zh" | "en"): RegExp {
  const words = Object.values(DOCUMENT_WORDS)
    .map((word) => word[language])
    .join("|");
  const pattern = sentence
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(?:file|part|format)\}/g, `(?:${words})`)
    .replace(/\{\w+\}|(?<!\\)\d+/g, "[\\d,]+(?:\\.\\d+)?");
  return new RegExp(`^${pattern}$`, "u");
}
