import { isAboutPersons } from "#reading/facts/data-words.ts";
import { findPosts, type Post } from "#reading/facts/find-posts.ts";
import { findInside, LAW_QUOTED, tellsOfPost } from "#reading/facts/insider-signs.ts";
import { nameIndustry } from "#reading/facts/name-industry.ts";
import { isAsked } from "#reading/facts/stance.ts";
import { Industry, type ReadAnswer } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";
import type { LexiconHit } from "#reading/terms/lexicon.ts";

type Insider = NonNullable<ReadAnswer["insider"]>;

const OFFICIAL = /民警|派出所|公安局|公安机关|政府|国家机关|居委会|村委会|社区|税务|法院|检察院/;
const SYSTEM = /计算机信息系统|数据库|(?:管理|后台|系统|GM|root)[^，。；]{0,4}账号/;
const TELLERS = [
  ["court", "result"],
  ["prosecution", "other"],
];

/**
 * 内部人员 whether somebody inside took what the work gave access to (role, post and duty phrases; else somebody introduced by his post who is told to take data
 * of that trade), as the court found it, else as alleged. The industry is the one named nearest, else the employer's. Null where the document says nothing of it, or of persons' information near it (\`isPersonalCase\`: a charge of it is named).
 */
export function findInsider(sentences: readonly Sentence[], hits: readonly LexiconHit[], isPersonalCase: boolean): Insider | null {
  const posts = findPosts(sentences);
  const isAbout = isPersonalCase || sentences.some((one) => !one.isStatute && (isAboutPersons(one) || SYSTEM.test(one.text)));
  if (!isAbout) return null;
  for (const speakers of TELLERS)
    for (const [index, sentence] of sentences.entries()) {
      if (!speakers.includes(sentence.speaker) || LAW_QUOTED.test(sentence.text) || isAsked(sentence)) continue;
      const place = findInside(sentence.text, sentences[index + 1]?.text ?? "");
      if (place === null || (place.ofAnyPost && !isPersonalCase && !isOfPersons(sentences, index))) continue;
      const found = { from: sentence.from + place.from, to: sentence.from + place.to };
      return { value: true, industry: industryNear(sentences, index, found, hits, posts), speaker: sentence.speaker, ...found };
    }
  return posts.length === 0 ? null : findByPost(sentences, posts);
}

/** A post is abused in many crimes: the words around it must be about persons' information, or about a system's accounts. */
function isOfPersons(sentences: readonly Sentence[], index: number): boolean {
  return sentences.slice(Math.max(0, index - 2), index + 4).some((one) => isAboutPersons(one) || SYSTEM.test(one.text));
}

/** The first who is told to take data of the trade he works in. */
function findByPost(sentences: readonly Sentence[], posts: readonly Post[]): Insider | null {
  for (const speakers of TELLERS)
    for (const sentence of sentences) {
      if (!speakers.includes(sentence.speaker) || sentence.isStatute) continue;
      for (const post of posts) {
        const at = sentence.text.indexOf(post.name);
        if (at < 0 || (post.from >= sentence.from && post.to <= sentence.to)) continue;
        const words = sentence.text.slice(at, at + 160);
        if (!tellsOfPost(words, post)) continue;
        const from = sentence.from + at;
        return { value: true, industry: post.industry, speaker: sentence.speaker, from, to: from + words.trimEnd().length };
      }
    }
  return null;
}

/** The industry named in the words themselves, the employer's, then the sentence's, then the one named most often in the document. */
function industryNear(
  sentences: readonly Sentence[],
  index: number,
  { from, to }: { from: number; to: number },
  hits: readonly LexiconHit[],
  posts: readonly Post[],
): Industry | null {
  const industries = hits.filter(({ list }) => list === "industries");
  const sentence = sentences[index];
  if (sentence === undefined) return null;
  const words = sentence.text.slice(from - sentence.from, to - sentence.from);
  const within = (start: number, end: number) => mostNamed(industries.filter((hit) => hit.from >= start && hit.to <= end));
  const told = `${sentences[index - 1]?.text ?? ""}${sentence.text}`;
  const employer = posts.find(({ name }) => told.includes(name)) ?? posts[0];
  return (
    within(from, to) ??
    (OFFICIAL.test(words) ? "government" : null) ??
    nameIndustry(words) ??
    employer?.industry ??
    within(sentence.from, sentence.to) ??
    nameIndustry(sentence.text.slice(Math.max(0, from - sentence.from - 40), to - sentence.from)) ??
    within(sentences[index - 1]?.from ?? sentence.from, sentence.to) ??
    within(0, Number.POSITIVE_INFINITY)
  );
}

function mostNamed(hits: readonly LexiconHit[]): Industry | null {
  const counts = new Map<string, number>();
  for (const { value } of hits) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return Industry.safeParse(best).data ?? null;
}
