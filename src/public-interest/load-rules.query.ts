import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { type PublicInterestRules, RULE_FILES } from "#public-interest/public-interest-rules.contract.ts";

/**
 * Reads `rules/*.yaml` and checks that every reference hits; loaded once and passed on.
 * @throws an Error naming file, place, and what is wrong: no answer is given by half a table
 */
export function loadPublicInterestRules(folder: string = join(import.meta.dirname, "rules")): PublicInterestRules {
  const rules: PublicInterestRules = {
    instruments: readRules(folder, "instruments", RULE_FILES.instruments),
    facts: readRules(folder, "facts", RULE_FILES.facts),
    gates: readRules(folder, "gates", RULE_FILES.gates),
    focus: readRules(folder, "focus", RULE_FILES.focus),
    elements: readRules(folder, "elements", RULE_FILES.elements),
    tracks: readRules(folder, "tracks", RULE_FILES.tracks),
    claims: readRules(folder, "claims", RULE_FILES.claims),
    records: readRules(folder, "records", RULE_FILES.records),
    notice: readRules(folder, "notice", RULE_FILES.notice),
  };
  checkReferences(rules, folder);
  return rules;
}

function readRules<Shape extends z.ZodType>(folder: string, name: string, shape: Shape): z.infer<Shape> {
  const file = join(folder, `${name}.yaml`);
  let value: unknown;
  try {
    value = parse(readFileSync(file, "utf8"));
  } catch (problem) {
    throw new Error(`${file}: not readable as YAML`, { cause: problem });
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${file}: ${issue?.path.map(String).join(".") ?? "(file)"}: ${issue?.message ?? "wrong shape"}`);
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
