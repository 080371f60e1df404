import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RuleFileError, readRuleFile, refuseRuleFile } from "#rule-files/read-rule-file.query.ts";
import type { FactTest, LocalRangeTest, Offence } from "#statutes/offence.contract.ts";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { OfficeFile, type OfficeProvision } from "#statutes/office-provision.contract.ts";

type Loaded = { readonly file: string; readonly provision: OfficeProvision };

/**
 * 地方规定 every YAML file of an office's folder, checked against the offences it speaks of. The national provisions stay as they are beside
 * them; the engine takes an office's where its place and its days fit.
 * @throws RuleFileError naming file, line, what was expected and what was found
 */
export function loadOfficeProvisions(folder: string, offences: ReadonlyMap<string, Offence>): Map<string, OfficeProvision[]> {
  const loaded: Loaded[] = [];
  for (const file of listFiles(folder)) {
    const provision = readRuleFile(file, OfficeFile);
    check({ file, provision }, loaded, offences);
    loaded.push({ file, provision });
  }
  const byOffence = new Map<string, OfficeProvision[]>();
  for (const { provision } of loaded) byOffence.set(provision.offence, [...(byOffence.get(provision.offence) ?? []), provision]);
  return byOffence;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ya?ml$/.test(file))
      .sort()
      .map((file) => join(folder, file));
  } catch (error) {
    const found = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new RuleFileError(folder, 1, `expected a folder of provision files, found ${found}`);
  }
}

function check({ file, provision }: Loaded, others: readonly Loaded[], offences: ReadonlyMap<string, Offence>): void {
  const offence = offences.get(provision.offence);
  if (offence === undefined) refuseRuleFile(file, ["offence"], `one of ${[...offences.keys()].join(", ")}`, provision.offence);
  const twin = others.find((one) => one.provision.id === provision.id);
  if (twin !== undefined) refuseRuleFile(file, ["id"], `an id that no other file has (${twin.file} has it)`, provision.id);
  const ranges = rangesOf(offence);
  for (const [at, { standard, amount }] of provision.standards.entries()) {
    const range = ranges.get(standard);
    const known = [...ranges.keys()].join(", ") || "no standard: this offence has no local amounts";
    if (range === undefined) refuseRuleFile(file, ["standards", at, "standard"], known, standard);
    if (amount < range.from || amount > range.to)
      refuseRuleFile(file, ["standards", at, "amount"], `${range.from} to ${range.to} (${standard}, the national range)`, String(amount));
  }
  checkOverlap({ file, provision }, others);
  const shape = OffenceFacts.options.find((option) => option.shape.offence.value === provision.offence)?.shape;
  const elsewhere = others.find((one) => one.provision.offence === provision.offence && placeOf(one.provision) !== placeOf(provision));
  if (elsewhere !== undefined && (shape === undefined || !("region" in shape)))
    refuseRuleFile(file, ["region"], `${placeOf(elsewhere.provision)}: the facts of this offence name no place`, placeOf(provision));
}

/** One standard or limb of one place has one version a day. */
function checkOverlap({ file, provision }: Loaded, others: readonly Loaded[]): void {
  for (const other of others) {
    if (other.provision.offence !== provision.offence || placeOf(other.provision) !== placeOf(provision)) continue;
    const [one, two] = [provision.inForce, other.provision.inForce];
    if ((one.until !== null && one.until < two.from) || (two.until !== null && two.until < one.from)) continue;
    const same =
      provision.standards.find(({ standard }) => other.provision.standards.some((known) => known.standard === standard))?.standard ??
      provision.limbs.find(({ id }) => other.provision.limbs.some((known) => known.id === id))?.id;
    if (same === undefined) continue;
    const days = `days that do not overlap with ${other.file} (${same}, ${two.from} to ${two.until ?? "now"})`;
    refuseRuleFile(file, ["inForce"], days, `${one.from} to ${one.until ?? "now"}`);
  }
}

function placeOf({ region }: OfficeProvision): string {
  return region.zh;
}

/** The national ranges that a place may fix, by name. */
function rangesOf({ versions, interpretations }: Offence): Map<string, LocalRangeTest> {
  const ranges = new Map<string, LocalRangeTest>();
  const walk = (test: FactTest): void => {
    if (test.kind === "local-range") ranges.set(test.standard, test);
    if ("of" in test) for (const one of test.of) walk(one);
  };
  for (const { elements } of [...versions, ...interpretations]) for (const { test } of elements) walk(test);
  for (const { limbs } of interpretations) for (const { test } of limbs) walk(test);
  return ranges;
}
