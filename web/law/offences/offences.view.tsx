import { Button } from "antd";
import type { ReactNode } from "react";
import { LawFacts } from "#law/law.contract.ts";
import { OFFENCES_BY_ELEMENTS } from "#statutes/offence-facts.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { FactsForm as InfringingForm } from "#web/assessment/facts-form.tsx";
import { FactsForm as InfringingShape, readFacts, writeFacts } from "#web/assessment/facts-mapping.ts";
import "#web/assessment/assessment.css";
import { useDraft } from "#web/app/use-draft.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { FlipMapView } from "#web/law/flip-map/flip-map.view.tsx";
import { type FactRecord, fieldsOfOffence, unknownFacts } from "#web/law/offences/fact-fields.ts";
import { FactForm } from "#web/law/offences/fact-form.tsx";
import { OFFENCE_WORDS } from "#web/law/offences/offence-words.text.ts";
import { offencesText } from "#web/law/offences/offences.text.ts";
import { WhyView } from "#web/law/offences/why.view.tsx";
import { VersionsView } from "#web/law/versions/versions.view.tsx";

const OWN = "infringing-personal-information";
const OFFENCES: readonly string[] = [OWN, ...OFFENCES_BY_ELEMENTS];
const VIEWS = ["why", "flip", "versions"] as const;

/** 罪名试算 the facts of an offence at the left; why, where it flips, and the law of every time at the right. The offence and the view stand in the address. */
export function OffencesView() {
  const t = useText(offencesText);
  const words = useWords();
  const [address, setAddress] = useAddress();
  const offence = OFFENCES.find((known) => known === address.get("offence")) ?? OWN;
  return (
    <div className="stack">
      <div className="line between">
        <Choice
          showLabel
          label={t("offence")}
          value={offence}
          onChange={(next) => setAddress({ offence: next, ...(address.get("view") === null ? {} : { view: address.get("view") ?? "" }) })}
          options={OFFENCES.map((one) => [one, words(OFFENCE_WORDS[one] ?? { zh: one, en: one })])}
          testId="law-offence"
        />
      </div>
      {offence === OWN ? <Infringing /> : <ByElements key={offence} offence={offence} />}
    </div>
  );
}

function Infringing() {
  const { form, change, forget } = useDraft(
    `draft-law-${OWN}`,
    readFacts({ offence: OWN, decisionDate: dayOf(new Date()), sets: [] }),
    (stored) => InfringingShape.safeParse(stored).data ?? null,
  );
  return (
    <Board
      facts={writeFacts(form)}
      onClear={() => clear(change, forget, readFacts({ offence: OWN, decisionDate: dayOf(new Date()), sets: [] }))}
    >
      <InfringingForm form={form} onChange={change} />
    </Board>
  );
}

function ByElements({ offence }: { readonly offence: string }) {
  const fields = fieldsOfOffence(offence);
  const empty: FactRecord = { ...unknownFacts(fields), decisionDate: dayOf(new Date()) };
  const { form, change, forget } = useDraft<FactRecord>(`draft-law-${offence}`, empty, (stored) => {
    const fits = LawFacts.safeParse({ ...Object(stored), offence });
    return fits.success ? { ...fits.data } : null;
  });
  const facts = LawFacts.safeParse({ ...form, offence });
  if (!facts.success) return <Problem error={facts.error} onRetry={() => clear(change, forget, empty)} />;
  return (
    <Board facts={facts.data} onClear={() => clear(change, forget, empty)}>
      <FactForm fields={fields} facts={form} onChange={change} />
    </Board>
  );
}

function clear<Form>(change: (form: Form) => void, forget: () => void, empty: Form): void {
  change(empty);
  forget();
}

function Board({ facts, onClear, children }: { readonly facts: LawFacts; readonly onClear: () => void; readonly children: ReactNode }) {
  const t = useText(offencesText);
  const [address, setAddress] = useAddress();
  const view = VIEWS.find((known) => known === address.get("view")) ?? "why";
  const choose = (next: string) => setAddress({ offence: facts.offence, view: next }, { replace: true });
  return (
    <div className="law-board">
      <section className="panel" aria-label={t("facts")} data-testid="law-facts">
        <div className="line between panel-head">
          <h2>{t("facts")}</h2>
          <Button size="small" onClick={onClear} data-testid="clear-facts">
            {t("clear")}
          </Button>
        </div>
        <a className="law-jump" href="#law-answer">
          {t("toAnswer")}
        </a>
        <p className="quiet small law-after">{t("factsReason")}</p>
        {children}
      </section>
      <section className="panel stack law-answer" id="law-answer" tabIndex={-1}>
        <fieldset className="three law-views no-print">
          <legend className="visually-hidden">{t("views")}</legend>
          {VIEWS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="law-view"
                value={one}
                checked={one === view}
                onChange={() => choose(one)}
                data-testid={`view-${one}`}
              />
              <span>{t(one)}</span>
            </label>
          ))}
        </fieldset>
        {view === "why" ? <WhyView facts={facts} /> : view === "flip" ? <FlipMapView facts={facts} /> : <VersionsView facts={facts} />}
      </section>
    </div>
  );
}
