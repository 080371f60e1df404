import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { findAddresses } from "#scan/detectors/address/find-addresses.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { findNames } from "#scan/detectors/name/find-names.ts";
import { foldText } from "#scan/text/fold-text.ts";

/** Public sets that stand beside the project and never in it. */
export const SETS = join(dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))), "shared", "data");
export const areSetsThere = ["lawbench", "lexeval", "address_csv", "pii_in_judgments", "lecard"].every((set) =>
  existsSync(join(SETS, set)),
);

/** One figure: how many of `of` were right. `what` says which set and which question. */
export type Measured = { readonly what: string; readonly right: number; readonly of: number };

type Sentence = { readonly text: string; readonly persons: ReadonlySet<string>; readonly places: readonly string[] };

/** Every figure on the names and addresses of free text, from the sets as they lie beside the project. Prints and keeps no value. */
export function measureCompanions(): Measured[] {
  const sentences = [...readLawBench(), ...readLexEval()];
  return [...measureNames(sentences), ...measurePlaces(sentences), ...measureParties(), ...measureBeside(), ...measureAddresses()];
}

function measureNames(sentences: readonly Sentence[]): Measured[] {
  let [found, right, wanted, met] = [0, 0, 0, 0];
  for (const { text, persons } of sentences) {
    const names = new Set(findNames(foldText(text), findInText(text)).map(({ value }) => value));
    found += names.size;
    wanted += persons.size;
    for (const name of names) if (persons.has(name)) right++;
    for (const person of persons) if (names.has(person)) met++;
  }
  return [
    { what: "LawBench 2-6, LexEval 2_5: persons, precision", right, of: found },
    { what: "LawBench 2-6, LexEval 2_5: persons, recall", right: met, of: wanted },
  ];
}

function measurePlaces(sentences: readonly Sentence[]): Measured[] {
  let [found, right, wanted, met] = [0, 0, 0, 0];
  for (const { text, places } of sentences) {
    const addresses = findAddresses(foldText(text), []).map(({ from, to }) => text.slice(from, to));
    const overlaps = (a: string, b: string) => a.includes(b) || b.includes(a);
    found += addresses.length;
    right += addresses.filter((address) => places.some((place) => overlaps(place, address))).length;
    // Only places that are addresses: from a division down to a house. 某小区旁的花木田 is a place and no address.
    const asked = places.filter((place) => /[省市区县旗]/.test(place) && /\d+号|\d+[栋幢室]/.test(place));
    wanted += asked.length;
    met += asked.filter((place) => addresses.some((address) => overlaps(place, address))).length;
  }
  return [
    { what: "LawBench 2-6, LexEval 2_5: places, precision of addresses", right, of: found },
    { what: "LawBench 2-6, LexEval 2_5: places down to a house, recall", right: met, of: wanted },
  ];
}

/** The parties named by the title of a judgment, looked for in its facts. */
function measureParties(): Measured[] {
  let [wanted, met] = [0, 0];
  for (const { name, facts } of readJudgments()) {
    const first = /^(?:被告人)?(\p{Script=Han}{2,3})、/u.exec(name)?.[1];
    if (first === undefined || /[罪卖私骗造用贿盗劫]/.test(first) || !facts.includes(first)) continue;
    const names = new Set(findNames(foldText(facts), []).map(({ value }) => value));
    wanted++;
    if (names.has(first)) met++;
  }
  return [{ what: "LeCaRD: first party of the title, found in the facts", right: met, of: wanted }];
}

/** Names found beside numbers in real judgments: a name is confirmed when its whole judgment names it with a role or in its title. */
function measureBeside(): Measured[] {
  const judgments = new Map(readJudgments().map((judgment) => [judgment.id, judgment]));
  const Snippet = z.object({ doc: z.union([z.string(), z.number()]), text: z.string() });
  let [found, right, besides, besideRight] = [0, 0, 0, 0];
  for (const { doc, text } of readLines(join(SETS, "pii_in_judgments", "snippets.jsonl"), Snippet)) {
    const judgment = judgments.get(String(doc).replace(/^.*\//, ""));
    const whole = judgment === undefined ? text : `${judgment.name}\n${judgment.facts}`;
    for (const { value, because, state } of findNames(foldText(text), findInText(text))) {
      if (state !== "valid") continue;
      const confirmed = whole.split(value).length > (judgment === undefined ? 2 : 3) || (judgment?.name.includes(value) ?? false);
      found++;
      if (confirmed) right++;
      if (because === "beside") besides++;
      if (because === "beside" && confirmed) besideRight++;
    }
  }
  return [
    { what: "pii_in_judgments: names found, named again in their judgment (lower bound of precision)", right, of: found },
    { what: "pii_in_judgments: of these beside a number without a label", right: besideRight, of: besides },
  ];
}

function measureAddresses(): Measured[] {
  const cells = readFileSync(join(SETS, "address_csv", "addr.csv"), "utf8")
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.slice(0, Math.max(0, line.lastIndexOf(","))).replaceAll('"', ""))
    .filter((cell) => /[省市区县]/.test(cell) && /\d+号/.test(cell) && !/[,，;；\s]/.test(cell));
  const covers = (text: string, cell: string) => findAddresses(foldText(text), []).some(({ from, to }) => (to - from) / cell.length >= 0.8);
  return [
    {
      what: "address_csv: addresses with division and house number, beside a label, at least four fifths of each",
      right: cells.filter((cell) => covers(`收货地址：${cell}，谢谢`, cell)).length,
      of: cells.length,
    },
    {
      what: "address_csv: the same without a label",
      right: cells.filter((cell) => covers(`请寄到${cell}，谢谢`, cell)).length,
      of: cells.length,
    },
  ];
}

function readLawBench(): Sentence[] {
  const Line = z.object({ question: z.string(), answer: z.string() });
  return readLines(join(SETS, "lawbench", "2-6.jsonl"), Line).map(({ question, answer }) =>
    sentenceOf(
      question.replace(/^句子:/, ""),
      answer.split(";").flatMap((part) =>
        part
          .slice(part.indexOf(":") + 1)
          .split("、")
          .map((value): [string, string] => [part.slice(0, part.indexOf(":")), value]),
      ),
    ),
  );
}

function readLexEval(): Sentence[] {
  const Line = z.object({ input: z.string(), answer: z.string() });
  return readLines(join(SETS, "lexeval", "2_5.jsonl"), Line).flatMap(({ input, answer }) => {
    const text = /输入文本：([\s\S]*?)选项如下/.exec(input)?.[1];
    const option = new RegExp(`\\n${answer.trim().charAt(0)}:(.*)`).exec(input)?.[1];
    if (text === undefined || option === undefined) return [];
    const entities = [...option.matchAll(/（([^:（）]{2,6}):([^（）]*)）/g)].flatMap(([, kind = "", values = ""]) =>
      values.split(/[,，、]/).map((value): [string, string] => [kind, value]),
    );
    return entities.length === 0 ? [] : [sentenceOf(text, entities)];
  });
}

function sentenceOf(text: string, entities: readonly (readonly [kind: string, value: string])[]): Sentence {
  const of = (...kinds: string[]) =>
    entities.filter(([kind, value]) => kinds.includes(kind) && value !== "").map(([, value]) => value.trim());
  // “兵兵” is a nickname and 该男子 a description: no names.
  const persons = new Set(of("犯罪嫌疑人", "受害人").filter((value) => /^\p{Script=Han}{2,4}\d?$/u.test(value)));
  return { text, persons, places: of("地点") };
}

function readJudgments(): { id: string; name: string; facts: string }[] {
  const Judgment = z.object({ id: z.union([z.string(), z.number()]).transform(String), name: z.string(), facts: z.string() });
  return parseLines(gunzipSync(readFileSync(join(SETS, "lecard", "docs.jsonl.gz"))).toString("utf8"), Judgment);
}

function readLines<T>(path: string, shape: z.ZodType<T>): T[] {
  return parseLines(readFileSync(path, "utf8"), shape);
}

function parseLines<T>(text: string, shape: z.ZodType<T>): T[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [shape.parse(JSON.parse(line))]));
}
