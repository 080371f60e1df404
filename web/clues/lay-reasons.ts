import type { ClueSentence } from "#clues/clues.contract.ts";
import { RULE_WORDS, ruleOf, wordsMatched } from "#clues/rules/rule-words.data.ts";
import type { Words } from "#web/design/text/text.ts";

/** `from` and `wide` are per cent of the widest reach of the running sum. */
type LaidReason = { readonly key: string; readonly label: Words; readonly weight: number; readonly from: number; readonly wide: number };

/** Lays the weights of the sentences end to end; those without a weight are no reasons. The sum is that of the weights. */
export function layReasons(sentences: readonly ClueSentence[]): { readonly rows: readonly LaidReason[]; readonly sum: number } {
  const weighed = sentences.flatMap(({ weight, rule, term, text, from, to }) =>
    weight === null ? [] : [{ key: `${rule} ${term} ${from} ${to}`, label: tellReason({ rule, term, text }), weight }],
  );
  let sum = 0;
  const ends = weighed.map(({ weight }) => {
    sum += weight;
    return sum;
  });
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const reach = high - low || 1;
  const rows = weighed.map((one, place) => {
    const [begin, end] = [place === 0 ? 0 : (ends[place - 1] ?? 0), ends[place] ?? 0];
    return { ...one, from: ((Math.min(begin, end) - low) / reach) * 100, wide: (Math.abs(one.weight) / reach) * 100 };
  });
  return { rows, sum };
}

/** A reason in both languages: the rule by its name, then the words of the document it matched; without a rule the words, or the sentence. */
export function tellReason(sentence: Pick<ClueSentence, "rule" | "term" | "text">): Words {
  const [rule, matched] = [ruleOf(sentence), wordsMatched(sentence)];
  const name = rule === null ? null : (RULE_WORDS[rule] ?? { zh: rule, en: rule });
  if (name === null) return { zh: matched ?? sentence.text, en: matched ?? sentence.text };
  return matched === null ? name : { zh: `${name.zh}：${matched}`, en: `${name.en}: ${matched}` };
}
