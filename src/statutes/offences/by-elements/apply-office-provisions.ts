import { isInForce } from "#calendar/plain-date.ts";
import type { Element, FactTest, LocalMark, LocalRangeTest, Offence, OffenceLimb } from "#statutes/offence.contract.ts";
import type { OfficeProvision } from "#statutes/office-provision.contract.ts";

/**
 * 适用地方规定 the offence as it stands in the place of the case on the day of the act: ranges fixed by the local standard, limbs put in place of
 * national ones or added, each marked with its source. An installation that holds one place only takes it for the place of the case; where it
 * holds several and the place is untold, or the day of the act is, nothing local is certain and nothing national that it would replace.
 */
export function applyOfficeProvisions(offence: Offence, region: string | null, actDate: string | null): Offence {
  if (offence.office.length === 0) return offence;
  const places = new Set(offence.office.map((one) => one.region.zh));
  const openFact = actDate === null ? "actDate" : region === null && places.size > 1 ? "region" : null;
  const told = region?.trim() ?? null;
  const fits = (one: OfficeProvision) =>
    (told === null || told === one.region.zh || told === one.region.en) && (actDate === null || isInForce(one.inForce, actDate));
  const local = offence.office.filter(fits);
  return local.length === 0 ? offence : appliedOnce(offence, local, openFact);
}

/** Offences as they stand in a place: few, however many cases ask, and each compiled once. */
const APPLIED = new WeakMap<Offence, Map<string, Offence>>();

function appliedOnce(offence: Offence, local: readonly OfficeProvision[], openFact: string | null): Offence {
  const key = [openFact ?? "", ...local.map((one) => offence.office.indexOf(one))].join(" ");
  const applied = APPLIED.get(offence) ?? new Map<string, Offence>();
  APPLIED.set(offence, applied);
  const found = applied.get(key) ?? apply(offence, local, openFact);
  applied.set(key, found);
  return found;
}

function apply(offence: Offence, local: readonly OfficeProvision[], openFact: string | null): Offence {
  const fix = <T extends Element>(rule: T): T => fixRanges(rule, local, openFact);
  return {
    ...offence,
    versions: offence.versions.map((version) => ({ ...version, elements: version.elements.map(fix) })),
    interpretations: offence.interpretations.map((interpretation) => ({
      ...interpretation,
      elements: interpretation.elements.map(fix),
      limbs: replaceLimbs(interpretation.limbs.map(fix), local, openFact),
    })),
  };
}

/** Every range of the rule by the local standard; the rule then cites both, and says the local amount. */
function fixRanges<T extends Element>(rule: T, local: readonly OfficeProvision[], openFact: string | null): T {
  const used = new Map<OfficeProvision, number>();
  const fix = (test: FactTest): FactTest => {
    if (test.kind === "local-range") return fixRange(test);
    return test.kind === "all" || test.kind === "any" || test.kind === "some" ? { ...test, of: test.of.map(fix) } : test;
  };
  const fixRange = (test: LocalRangeTest): FactTest => {
    for (const provision of local) {
      const standard = provision.standards.find((one) => one.standard === test.standard);
      if (standard === undefined) continue;
      if (openFact !== null) return { ...test, open: openFact };
      used.set(provision, standard.amount);
      return { ...test, from: standard.amount, to: standard.amount };
    }
    return test;
  };
  const test = fix(rule.test);
  const [first] = used;
  if (first === undefined) return { ...rule, test };
  const [provision, amount] = first;
  const { zh, en } = rule.meaning;
  return {
    ...rule,
    test,
    cite: `${rule.cite}；${provision.cite}`,
    meaning: {
      zh: `${zh}［${provision.region.zh}标准：${amount} 元］`,
      en: `${en} [standard of ${provision.region.en}: ${amount} yuan]`,
    },
    local: markOf(provision),
  };
}

function replaceLimbs(national: readonly OffenceLimb[], local: readonly OfficeProvision[], openFact: string | null): OffenceLimb[] {
  const own = local.flatMap((provision) =>
    provision.limbs.map((limb) => ({
      ...limb,
      test: gate(limb.test, openFact, openFact === "region" ? provision.region.zh : provision.inForce.from),
      local: markOf(provision),
    })),
  );
  const ids = new Set(own.map(({ id }) => id));
  // a limb that would be replaced if only place and day were known is open as long as they are not
  const kept = national.flatMap((limb) =>
    !ids.has(limb.id) ? [limb] : openFact === null ? [] : [{ ...limb, test: gate(limb.test, openFact, "elsewhere") }],
  );
  return [...kept, ...own];
}

function gate(test: FactTest, openFact: string | null, value: string): FactTest {
  return openFact === null ? test : { kind: "all", of: [{ kind: "is", fact: openFact, value }, test] };
}

function markOf({ id, region, issuer, cite }: OfficeProvision): LocalMark {
  return { id, region, issuer, cite };
}
