import { ALSO_NAMED, findFactWords, weighTerms } from "#similarity/charges/judge-charges.ts";
import { CASE_ELEMENTS, findElements } from "#similarity/elements/find-elements.ts";
import { PULL_UNIT } from "#similarity/model/similarity-model.ts";
import { cutWords, tagOf } from "#similarity/words/cut-words.ts";
import { buildRandom, shuffle } from "./shuffle.ts";

/** What is counted and learned on facts with their charges: the words the model knows, what each pulls towards, how common each element is. */
export type TrainedTerms = {
  readonly documents: number;
  /** the lines of terms.tsv */
  readonly lines: readonly string[];
  readonly charges: readonly { readonly name: string; readonly bias: number }[];
  readonly elementDocuments: Readonly<Record<string, number>>;
};
type Example = { readonly views: readonly (readonly (readonly [term: number, weight: number])[])[]; readonly charges: readonly number[] };

/** A word fewer documents have is not common: it may be a name. */
const LEAST_DOCUMENTS = 12;
const LEAST_OF_CHARGE = 7;
/** A pull weaker than this is left out. */
const LEAST_PULL = 0.3;
const EPOCHS = 12;
const STEP = 3;
const SHRINK = 2e-5;
/** Words of a shorter view of a document: queries are short. */
const VIEW = 250;
/** Persons, places, bodies and times are no terms; nor is what tells of a person's sex, people, origin, schooling or trade. */
const NAME_TAGS = /^(?:nr|ns|nt|t$)/;
const OF_A_PERSON = /[男女]|族$|文盲|文化|户籍|籍贯|出生|农民|无业|某|[甲乙丙丁]|罪$/;
const SINGLE = new Set("死伤毒枪刀偷抢骗赌嫖奸杀砸钱烟酒车店树林土矿票税");

/** Deterministic: the same facts in the same order give the same terms. `stopWords` are not learned. */
export function trainTerms(facts: readonly { text: string; charges: string[] }[], stopWords: ReadonlySet<string>): TrainedTerms {
  const cut = facts.map(({ text, charges }) => ({
    words: cutWords(text),
    charges: [...new Set(charges.map((name) => ALSO_NAMED[name] ?? name))],
  }));
  const frequencies = countDocuments(cut.map(({ words }) => words));
  const known = [...frequencies].filter(([word, found]) => found >= LEAST_DOCUMENTS && isTerm(word) && !stopWords.has(word)).sort(byWord);
  const terms = new Map(known.map(([word], term) => [word, term]));
  const rarity = Float64Array.from(known, ([, found]) => Math.log(facts.length / found));
  const names = [...countDocuments(cut.map(({ charges }) => charges))].filter(([, found]) => found >= LEAST_OF_CHARGE).sort(byWord);
  const numbers = new Map(names.map(([name], charge) => [name, charge]));
  const examples = cut.flatMap(({ words, charges }): Example[] => {
    const told = charges.flatMap((name) => numbers.get(name) ?? []);
    const fact = findFactWords(words);
    const middle = Math.max(0, (fact.length - VIEW) >> 1);
    const views = [fact, fact.slice(0, VIEW), fact.slice(middle, middle + VIEW)].map((view) => [...weighTerms(view, { terms, rarity })]);
    return told.length === 0 ? [] : [{ views, charges: told }];
  });
  const { weights, bias } = fitCharges(examples, known.length, names.length);
  return {
    documents: facts.length,
    lines: known.map(([word, found], term) => `${word}\t${found}\t${writePulls(weights, term, names.length)}`),
    charges: names.map(([name], charge) => ({ name, bias: Math.round((bias[charge] ?? 0) * 1e4) / 1e4 })),
    elementDocuments: countElements(facts),
  };
}

/** Softmax regression by stochastic descent; a document with several charges pulls to each in equal parts. */
function fitCharges(examples: readonly Example[], terms: number, charges: number): { weights: Float32Array; bias: Float64Array } {
  const weights = new Float32Array(terms * charges);
  const bias = new Float64Array(charges);
  const order = examples.map((_, at) => at);
  const random = buildRandom(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const step = STEP / (1 + 0.3 * epoch);
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      const view = example?.views[epoch % 3];
      if (example === undefined || view === undefined) continue;
      const odds = Float64Array.from(bias);
      for (const [term, weight] of view)
        for (let charge = 0, row = term * charges; charge < charges; charge++, row++)
          odds[charge] = (odds[charge] ?? 0) + (weights[row] ?? 0) * weight;
      const error = softmax(odds);
      for (const charge of example.charges) error[charge] = (error[charge] ?? 0) - 1 / example.charges.length;
      for (const [term, weight] of view)
        for (let charge = 0, row = term * charges; charge < charges; charge++, row++)
          weights[row] = (weights[row] ?? 0) - step * ((error[charge] ?? 0) * weight + SHRINK * (weights[row] ?? 0));
      for (let charge = 0; charge < charges; charge++) bias[charge] = (bias[charge] ?? 0) - 0.1 * step * (error[charge] ?? 0);
    }
  }
  return { weights, bias };
}

function softmax(odds: Float64Array): Float64Array {
  const most = odds.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = odds.map((value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function writePulls(weights: Float32Array, term: number, charges: number): string {
  const pulls: string[] = [];
  for (let charge = 0; charge < charges; charge++) {
    const pull = weights[term * charges + charge] ?? 0;
    if (Math.abs(pull) >= LEAST_PULL) pulls.push(`${charge}:${Math.round(pull * PULL_UNIT)}`);
  }
  return pulls.join(",");
}

function isTerm(word: string): boolean {
  return (
    /^[\u4e00-\u9fff]+$/.test(word) && (word.length > 1 || SINGLE.has(word)) && !OF_A_PERSON.test(word) && !NAME_TAGS.test(tagOf(word))
  );
}

function countElements(facts: readonly { text: string }[]): Record<string, number> {
  const counts = countDocuments(
    facts.map(({ text }) => [...findElements(text).keys()].map((element) => CASE_ELEMENTS[element]?.name ?? "")),
  );
  return Object.fromEntries(CASE_ELEMENTS.map(({ name }) => [name, counts.get(name) ?? 0]));
}

function countDocuments(documents: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function byWord(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
