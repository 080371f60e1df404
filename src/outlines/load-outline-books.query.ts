import { join } from "node:path";
import type { z } from "zod";
import {
  CrimeElements,
  type OutlineBooks,
  type OutlineColumn,
  PIL_TRACKS,
  PilElements,
  type PilTrack,
} from "#outlines/outline-elements.contract.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `elements/*.yaml` and joins them with the rules of public-interest litigation: every element of a track either says what to collect or
 * why no evidence proves it.
 * @throws an Error naming file, place, and what is wrong: no outline is made from half a table
 */
export function loadOutlineBooks(rules: PublicInterestRules, folder: string = join(import.meta.dirname, "elements")): OutlineBooks {
  const crime = readRuleFile(join(folder, "infringing-personal-information.yaml"), CrimeElements);
  const pil = readRuleFile(join(folder, "public-interest.yaml"), PilElements);
  const known = new Set(crime.map(({ id }) => id));
  const stray = pil.elements.flatMap(({ pairs }) => pairs).find((id) => !known.has(id));
  if (stray !== undefined) throw new Error(`${folder}/public-interest.yaml: pairs name ${stray}, which is no element of the crime`);
  const criminal: OutlineColumn = {
    track: "criminal",
    name: { zh: "侵犯公民个人信息罪", en: "Infringing citizens' personal information" },
    elements: crime.map((element) => ({
      ...element,
      group: element.group ?? null,
      unconfirmed: element.unconfirmed === true,
      burden: null,
      pairs: [],
    })),
  };
  return { columns: [criminal, ...PIL_TRACKS.map((track) => pilColumn(track, rules, pil))], leftOut: pil.leftOut };
}

function pilColumn(track: PilTrack, rules: PublicInterestRules, pil: z.infer<typeof PilElements>): OutlineColumn {
  const rule = rules.tracks.find(({ id }) => id === track);
  if (rule === undefined) throw new Error(`the public-interest rules have no track ${track}`);
  const out = new Set(pil.leftOut.map(({ id }) => id));
  const ids = [...new Set([...rule.filing, ...rule.suit])].filter((id) => !out.has(id));
  const elements = ids.map((id) => {
    const element = rules.elements.find((one) => one.id === id);
    const guidance = pil.elements.find((one) => one.id === id);
    if (element === undefined || guidance === undefined)
      throw new Error(`public-interest.yaml: element ${id} of ${track} says neither what to collect nor why it is left out`);
    const { cite, meaning, unconfirmed, burden, test } = element;
    const facts =
      "fact" in test ? [test.fact] : "not" in test ? [test.not] : "listed" in test ? [test.listed] : "choice" in test ? [test.choice] : [];
    return { ...guidance, cite, meaning, unconfirmed: unconfirmed === true, burden: burden ?? null, group: null, limbs: [], facts };
  });
  return { track, name: rule.name, elements };
}
