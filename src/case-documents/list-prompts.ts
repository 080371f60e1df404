import { explainInsider } from "#case-documents/explain-insider.ts";
import { VALUE_WORDS } from "#case-documents/fact-words.data.ts";
import { remindOfSource } from "#case-documents/remind-of-source.ts";
import { ClueContent, type ClueSentence, type ClueTrack } from "#clues/clues.contract.ts";
import { PROMPT_TITLES, REMINDER_TITLE } from "#clues/tell-title.ts";
import type { ReadAnswer, ReadClue } from "#reading/reading.contract.ts";
import { type Sentence, sentenceAt, splitSentences } from "#reading/split-sentences.ts";
import { splitSpeakers } from "#reading/split-speakers.ts";

/** 提示 what a document suggests as a clue: one a track and field. */
export type Prompt = { readonly track: ClueTrack; readonly field: string; readonly content: ClueContent };

/** The field of the reminder that a telecom fraud tells no source of its personal information. */
export const SOURCE_FIELD = "personal-information-source";

type Document = { readonly id: string; readonly name: string };

/**
 * 线索提示 the clues of a reading as contents of prompts: each reason with its sentence and its weight (the weights add up to the score), the insider flag with
 * the words it rests on, and the reminder of the source. No words of the plain text: everything is quoted from `masked`, which has the same length. Pure.
 */
export function listPrompts(text: string, masked: string, answer: ReadAnswer, document: Document): Prompt[] {
  const sentences = splitSentences(text, splitSpeakers(text));
  const quote = (from: number, to: number, rule: string, term: string | null, weight: number | null): ClueSentence => {
    const sentence = sentences[sentenceAt(sentences, from)];
    const [begins, ends] = [sentence?.from ?? from, Math.max(to, sentence?.to ?? to)];
    return {
      document: document.name.slice(0, 200),
      documentId: document.id,
      text: masked.slice(begins, Math.min(ends, begins + 2000)).trim(),
      from,
      to,
      rule,
      term: term?.slice(0, 120) ?? null,
      weight,
    };
  };
  const insider = answer.insider?.value === true;
  const about = {
    industry: answer.insider?.industry ?? answer.industries[0] ?? answer.sectors[0] ?? null,
    insider,
    insiderBasis: explainInsider(answer, masked, sentences),
    summary: summarise(answer, masked),
  };
  const prompts = answer.clues.map(({ track, field, score, reasons }: ReadClue): Prompt => {
    const title = `${PROMPT_TITLES[track].zh}：${document.name}`.slice(0, 120);
    const sentencesOf = reasons.map(({ sign, weight, from, to }) => quote(from, to, sign, masked.slice(from, to), weight));
    return {
      track,
      field,
      content: ClueContent.parse({ ...about, title, field, tracks: [track], score, sentences: sentencesOf.slice(0, 60) }),
    };
  });
  const reminder = remindOfSource(sentences, answer);
  return reminder === null ? prompts : [...prompts, remind(reminder, quote, document)];
}

function remind(
  { from, to }: Sentence,
  quote: (from: number, to: number, rule: string, term: null, weight: null) => ClueSentence,
  { name }: Document,
): Prompt {
  const content = ClueContent.parse({
    title: `${REMINDER_TITLE.zh}：${name}`.slice(0, 120),
    summary:
      "文书写到电信网络诈骗，未写明所用个人信息的来源。公安机关办理电信网络诈骗案件，应当同时查证所利用的个人信息的来源（反电信网络诈骗法第二十九条第二款）。",
    field: SOURCE_FIELD,
    tracks: ["criminal"],
    sentences: [quote(from, to, "fraud-without-source", null, null)],
  });
  return { track: "criminal", field: SOURCE_FIELD, content };
}

const LONGEST_SUMMARY = 4000;

/** What was read, in one line a person can check. */
function summarise(answer: ReadAnswer, masked: string): string {
  const words = (value: string) => VALUE_WORDS[value]?.zh ?? value;
  const [total] = answer.items;
  const rows = [
    ["罪名", answer.charges.join("、") + (answer.chargesFrom === "facts" ? "（据事实推测）" : "")],
    ["信息条数", total === undefined ? "" : `${total.approximate ? "约" : ""}${total.count}条`],
    ["违法所得", answer.gains === null ? "" : `${answer.gains.approximate ? "约" : ""}${answer.gains.amount}元`],
    ["泄露行业", answer.industries.map(words).join("、")],
    [
      "内部人员",
      answer.insider?.value ? `“${masked.slice(answer.insider.from, Math.min(answer.insider.to, answer.insider.from + 80))}”` : "",
    ],
    ["特殊群体", answer.groups.map(words).join("、")],
  ] as const;
  return rows
    .flatMap(([name, value]) => (value === "" ? [] : [`${name}：${value}`]))
    .join("；")
    .slice(0, LONGEST_SUMMARY);
}
