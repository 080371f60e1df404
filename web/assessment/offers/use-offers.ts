import type { FactSource, FactSources } from "#assessments/fact-sources.contract.ts";
import {
  type OfferableFact,
  type OfferedConduct,
  type OfferedItems,
  type Offers,
  offerFacts,
  sourceOfSaid,
} from "#assessments/offer-facts.ts";
import type { ConfirmedFact } from "#case-documents/case-documents.contract.ts";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import type { FactsForm, SetForm } from "#web/assessment/facts-mapping.ts";
import type { OfferRow } from "#web/assessment/offers/offer-rows.tsx";
import { offersText } from "#web/assessment/offers/offers.text.ts";
import { wordsOfValue } from "#web/case-documents/document-words.text.ts";
import { useConfirmedFacts } from "#web/case-documents/use-confirmed-facts.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { nameOfSet } from "#web/law/name-set.ts";

/** The rows of offers under each field of the form, and what is shown above it. */
export type OfferedRows = {
  readonly caseId: string;
  readonly of: (fact: OfferableFact) => OfferRow[];
  readonly items: () => OfferRow[];
  readonly conductsOf: (set: SetForm) => OfferRow[];
};

/**
 * Offers of the case's confirmed facts. Taking one over changes the form and notes the source in one go; nothing is filled in before that. `sources` are those
 * that hold now.
 */
export function useOffers({ caseId, form, sources, onChange, onSource }: Given) {
  const t = useText(offersText);
  const f = useText(assessmentText);
  const words = useWords();
  const facts = useConfirmedFacts(caseId);
  const offers: Offers = offerFacts(facts.data?.items ?? []);
  const isFrom = (path: string, said: ConfirmedFact): boolean => comesFrom(sources[path], said);
  const take = (next: FactsForm, named: FactSources) => {
    onChange(next);
    onSource({ ...sources, ...named });
  };
  const sets = form.sets ?? [];

  const of = (fact: OfferableFact): OfferRow[] =>
    offers.values
      .filter((one) => one.fact === fact)
      .map(({ value: read, said }): OfferRow => {
        const value = fact === "insiderIndustry" ? words(wordsOfValue(String(read))) : read;
        const shown = typeof value === "number" ? t("yuan", { n: formatNumber(value) }) : value === true ? t("yes") : value;
        const next = typeof value === "boolean" ? { ...form, three: { ...form.three, [fact]: value } } : { ...form, [fact]: String(value) };
        const taken = isFrom(fact, said);
        return {
          said,
          value: shown,
          ...(value === true ? { note: t("judge") } : {}),
          acts: [
            {
              label: t(taken ? "taken" : "take"),
              spoken: t("ofFact", { fact: f(fact), value: shown }),
              taken,
              onTake: () => take(next, { [fact]: sourceOfSaid(said, value) }),
            },
          ],
        };
      });

  const takeItems = (set: SetForm, { said, items, tier }: OfferedItems, all: readonly SetForm[]) => {
    const filled = { ...set, items: String(items), tier: tier ?? set.tier };
    const ofTier = tier === null ? {} : { [`sets[${set.id}].tier`]: sourceOfSaid(said, tier) };
    const next = all.some(({ id }) => id === set.id) ? all.map((one) => (one.id === set.id ? filled : one)) : [...all, filled];
    take({ ...form, sets: next }, { ...ofTier, [`sets[${set.id}].items`]: sourceOfSaid(said, items) });
  };
  const items = (): OfferRow[] =>
    offers.items.map((offered) => {
      const { said, items: n, tier } = offered;
      const shown = t("items", { n: formatNumber(n) });
      const value = `${shown} · ${tier === null ? t("tierUntold") : t("tier", { tier })}`;
      const spoken = t("ofFact", { fact: f("items"), value });
      const into = sets
        .filter((set) => tier === null || set.tier === "" || set.tier === tier)
        .map((set) => {
          const taken = isFrom(`sets[${set.id}].items`, said);
          const label = t(taken ? "takenInto" : "takeInto", { set: words(nameOfSet(set.id)) });
          return { label, spoken, taken, onTake: () => takeItems(set, offered, sets) };
        });
      const fresh: SetForm = { id: nextSetId(sets), tier: tier ?? "", items: "", conducts: null };
      const anew = {
        label: t("takeNew"),
        spoken,
        taken: false,
        onTake: () => takeItems(fresh, offered, sets),
      };
      return { said, value, acts: into.some(({ taken }) => taken) ? into.filter(({ taken }) => taken) : [...into, anew] };
    });

  const changeConducts = (set: SetForm, conducts: SetForm["conducts"], said: ConfirmedFact) =>
    take(
      { ...form, sets: sets.map((one) => (one.id === set.id ? { ...one, conducts } : one)) },
      { [`sets[${set.id}].conducts`]: sourceOfSaid(said) },
    );
  const conductsOf = (set: SetForm): OfferRow[] => {
    const done = set.conducts ?? [];
    const missing = (one: OfferedConduct) => !done.some(({ kind }) => kind === one.kind) || isFrom(`sets[${set.id}].conducts`, one.said);
    const kinds = offers.conducts.filter(missing).map(({ said, kind }): OfferRow => {
      const taken = isFrom(`sets[${set.id}].conducts`, said) && done.some((one) => one.kind === kind);
      const value = t("conduct", { kind: f(kind) });
      const onTake = () => changeConducts(set, [...done, { kind, recipient: "", insider: null }], said);
      return {
        said,
        value,
        acts: [{ label: t(taken ? "taken" : "take"), spoken: `${words(nameOfSet(set.id))} · ${value}`, taken, onTake }],
      };
    });
    const unsaid = done.some(({ kind, insider }) => kind !== "obtain" && insider === null);
    const insiders = offers.insider
      .filter((said) => unsaid || isFrom(`sets[${set.id}].conducts`, said))
      .map((said): OfferRow => {
        const taken = isFrom(`sets[${set.id}].conducts`, said);
        const answered = done.map((one) => (one.kind === "obtain" || one.insider !== null ? one : { ...one, insider: true }));
        const onTake = () => changeConducts(set, answered, said);
        return {
          said,
          value: t("insider"),
          note: t("judge"),
          acts: [{ label: t(taken ? "taken" : "take"), spoken: `${words(nameOfSet(set.id))} · ${t("insider")}`, taken, onTake }],
        };
      });
    return [...kinds, ...insiders];
  };
  const rows: OfferedRows = { caseId, of, items, conductsOf };
  const many = offers.items.length + offers.conducts.length + offers.values.length;
  return { facts, rows, many };
}

/** The next free id of a set that a person makes: s1, s2, … */
export function nextSetId(sets: readonly SetForm[]): string {
  return `s${1 + Math.max(0, ...sets.map(({ id }) => Number(/^s(\d+)$/.exec(id)?.[1] ?? 0)))}`;
}

function comesFrom(source: FactSource | undefined, said: ConfirmedFact): boolean {
  return source?.kind === "document" && source.caseDocumentId === said.caseDocumentId && source.factKey === said.key;
}

type Given = {
  readonly caseId: string;
  readonly form: FactsForm;
  readonly sources: FactSources;
  readonly onChange: (form: FactsForm) => void;
  readonly onSource: (sources: FactSources) => void;
};
