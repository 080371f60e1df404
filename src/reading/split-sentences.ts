import type { Speaker } from "#reading/reading.contract.ts";
import { type Part, speakerAt } from "#reading/split-speakers.ts";

/** A sentence with whose words it is; offsets are UTF-16 code units of the document. */
export type Sentence = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly speaker: Speaker;
  readonly isStatute: boolean;
};

/** Longer stretches without a full stop are cut: nobody's sentence, but a table or hostile input. */
const LONGEST = 1200;
/** The law quoted, not applied: 五千条以上的, 处三年以下有期徒刑, 应当认定为…规定的. */
const STATUTE = /的，(?:处|应当认定|依照前款)|(?:应当)?认定为刑法第|(?:前款|前述)第[一二三四五六七八九十]+项|数额达到前款|下列情形之一/;

/** 辩护人提出…的意见，本院予以采纳: what the defence claimed is the court's finding from then on. In part, or 不予采纳, it is not. */
const TAKEN_UP = /(?<![不未难以])(?:予以采纳|应予采纳|可予采纳|予以采信|本院(?:均)?采纳)/;
/** 该意见…: the sentence about the claim before it. */
const ABOUT_IT = /^\s*(?:经查[，,])?(?:该|此|上述|以上|前述)(?:项|节|辩护|辩解|上诉)?(?:意见|辩解|理由|主张|请求)/;
const NOT_WHOLLY = /部分采纳|酌情|不予采纳|未予采纳|不能成立|不予采信|难以采纳/;

/** Sentences with their speakers, in the order of the text; joined they are the text. A claim that the court takes up is the court's. */
export function splitSentences(text: string, parts: readonly Part[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (to: number) => {
    const words = text.slice(from, to);
    // Blank lines are nobody's sentence: they go to the next.
    if (to < text.length && to - from < LONGEST && words.trim() === "") return;
    if (to > from) {
      const speaker = speakerAt(parts, to - 1 > from ? from + Math.min(to - from - 1, 8) : from);
      sentences.push({ text: words, from, to, speaker, isStatute: speaker === "law" || STATUTE.test(words) });
    }
    from = to;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // 。 ； ; \n ！ ？
    if (unit === 0x3002 || unit === 0xff1b || unit === 0x3b || unit === 0x0a || unit === 0xff01 || unit === 0xff1f) end(at + 1);
    else if (at - from >= LONGEST) end(at);
  }
  end(text.length);
  return sentences.map((sentence, index) => {
    if (sentence.speaker !== "defence") return sentence;
    const next = sentences[index + 1];
    const isTakenNext = next !== undefined && ABOUT_IT.test(next.text) && isTakenUp(next.text);
    return isTakenUp(sentence.text) || isTakenNext ? { ...sentence, speaker: "court" as const } : sentence;
  });
}

function isTakenUp(words: string): boolean {
  return TAKEN_UP.test(words) && !NOT_WHOLLY.test(words);
}

/** The number of the sentence at a place. */
export function sentenceAt(sentences: readonly Sentence[], at: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
