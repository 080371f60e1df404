import { join } from "node:path";
import { type PublicInterestRules, RULE_FILES } from "#public-interest/public-interest-rules.contract.ts";
import { readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `rules/*.yaml` and checks that every reference hits; loaded once and passed on.
 * @throws an Error naming file, place, and what is wrong: no answer is given by half a table
 */
export function loadPublicInterestRules(folder: string = join(import.meta.dirname, "rules")): PublicInterestRules {
  const rules: PublicInterestRules = {
    instruments: readRuleFile(join(folder, "instruments.yaml"), RULE_FILES.instruments),
    facts: readRuleFile(join(folder, "facts.yaml"), RULE_FILES.facts),
    gates: readRuleFile(join(folder, "gates.yaml"), RULE_FILES.gates),
    focus: readRuleFile(join(folder, "focus.yaml"), RULE_FILES.focus),
    elements: readRuleFile(join(folder, "elements.yaml"), RULE_FILES.elements),
    tracks: readRuleFile(join(folder, "tracks.yaml"), RULE_FILES.tracks),
    claims: readRuleFile(join(folder, "claims.yaml"), RULE_FILES.claims),
    records: readRuleFile(join(folder, "records.yaml"), RULE_FILES.records),
    notice: readRuleFile(join(folder, "notice.yaml"), RULE_FILES.notice),
  };
  checkReferences(rules, folder);
  return rules;
}

function checkReferences(rules: PublicInterestRules, folder: string): void {
  const mustHit = (file: string, known: readonly { readonly id: string }[], asked: readonly string[]): void => {
    const ids = new Set(known.map(({ id }) => id));
    if (ids.size !== known.length) throw new Error(`${join(folder, file)}: two entries have the same id`);
    const stray = asked.find((id) => !ids.has(id));
    if (stray !== undefined) throw new Error(`${join(folder, file)}: expected an entry ${stray}, found none`);
  };
  const { instruments, elements, claims, tracks, gates, focus } = rules;
  mustHit(
    "instruments.yaml",
    instruments,
    [...gates, ...focus, ...tracks].map(({ instrument }) => instrument),
  );
  mustHit(
    "elements.yaml",
    elements,
    tracks.flatMap(({ filing, suit }) => [...filing, ...suit]),
  );
  mustHit(
    "claims.yaml",
    claims,
    tracks.flatMap((track) => track.claims),
  );
}
