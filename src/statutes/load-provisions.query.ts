import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RuleFileError, readRuleFile } from "#rule-files/read-rule-file.query.ts";
import { loadOfficeProvisions } from "#statutes/load-office-provisions.query.ts";
import { ElementFile, LimbFile, type Offence, OffenceFile } from "#statutes/offence.contract.ts";
import {
  Article5,
  Article6,
  Article7,
  Article10,
  Article11,
  Article12,
  Instrument,
  type Interpretation,
  type Limb,
  type Provisions,
  Statute,
} from "#statutes/provisions.contract.ts";

/** Interpretations in the order in which they took force. A new one is a new folder and a new entry here. */
const INTERPRETATIONS = ["spc-spp-2017-10"] as const;
export const PROVISIONS_FOLDER = join(import.meta.dirname, "provisions");

/** The provisions as they ship cannot change while the process runs. */
let shipped: Provisions | null = null;

/**
 * Reads and checks every provision file. Load once and pass it on: the engine takes the answer as an argument.
 * @param office folder of an office's own provisions (docs/provisions.md), or null
 * @throws RuleFileError naming file, line, what was expected and what was found
 */
export function loadProvisions(folder: string = PROVISIONS_FOLDER, office: string | null = null): Provisions {
  const national = folder === PROVISIONS_FOLDER ? (shipped ??= readNational(folder)) : readNational(folder);
  if (office === null) return national;
  const local = loadOfficeProvisions(office, national.offences);
  return {
    ...national,
    offences: new Map([...national.offences].map(([name, offence]) => [name, { ...offence, office: local.get(name) ?? [] }])),
  };
}

function readNational(folder: string): Provisions {
  return {
    statute: readRuleFile(join(folder, "criminal-law", "article-253-1.yaml"), Statute),
    interpretations: INTERPRETATIONS.map((name) => readInterpretation(join(folder, name))),
    offences: readOffences(folder),
  };
}

/** Every article of the Criminal Law whose law is data, with the limbs of its interpretations. */
function readOffences(folder: string): Map<string, Offence> {
  const offences = new Map<string, Offence>();
  const law = join(folder, "criminal-law");
  for (const name of readdirSync(law).filter(
    (file) => file.endsWith(".yaml") && file !== "article-253-1.yaml" && !file.endsWith(".cases.yaml"),
  )) {
    const file = readRuleFile(join(law, name), OffenceFile);
    offences.set(file.offence, {
      ...file,
      interpretations: file.interpretations.map(({ articles, elements, ...interpretation }) => ({
        ...interpretation,
        elements: elements.flatMap((article) => readRuleFile(join(folder, article), ElementFile).grounds),
        limbs: articles.flatMap((article) => readRuleFile(join(folder, article), LimbFile).limbs),
      })),
      office: [],
      publicProsecution:
        file.publicProsecution === undefined ? null : readRuleFile(join(folder, file.publicProsecution), ElementFile).grounds,
    });
  }
  return offences;
}

function readInterpretation(folder: string): Interpretation {
  const file = join(folder, "article-5.yaml");
  const interpretation = {
    ...readRuleFile(join(folder, "instrument.yaml"), Instrument),
    article5: readRuleFile(file, Article5),
    article6: readRuleFile(join(folder, "article-6.yaml"), Article6),
    article7: readRuleFile(join(folder, "article-7.yaml"), Article7),
    article10: readRuleFile(join(folder, "article-10.yaml"), Article10),
    article11: readRuleFile(join(folder, "article-11.yaml"), Article11),
    article12: readRuleFile(join(folder, "article-12.yaml"), Article12),
  };
  checkLimbs(interpretation.article5.limbs, file);
  return interpretation;
}

/** References must hit, and the weights of the proportional total must say the same as the thresholds they come from. */
function checkLimbs(limbs: readonly Limb[], file: string): void {
  const known = new Map(limbs.map((limb) => [limb.id, limb]));
  const refuse = (limb: Limb, problem: string): never => {
    const line =
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((text) => text.includes(`id: ${limb.id}`)) + 1;
    throw new RuleFileError(file, line, `${limb.id}: ${problem}`);
  };
  if (known.size !== limbs.length) throw new RuleFileError(file, 1, "two limbs have the same id");
  for (const limb of limbs) {
    const { test } = limb;
    const references = "of" in test ? test.of : "unlessMet" in test ? test.unlessMet : [];
    for (const id of references) if (!known.has(id)) refuse(limb, `refers to a limb that is not there: ${id}`);
    if (test.kind !== "proportional-total") continue;
    for (const other of limbs) {
      if (other.test.kind !== "tier-count") continue;
      const product = other.test.atLeast * test.weights[other.test.tier];
      if (product !== test.atLeast)
        refuse(limb, `weight of tier ${other.test.tier} times its threshold must be ${test.atLeast}, found ${product}`);
    }
  }
}
