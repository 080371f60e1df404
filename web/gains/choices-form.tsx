import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText } from "#web/design/text/language.tsx";
import type { ChoicesDraft, RateDraft } from "#web/gains/choices-draft.ts";
import { gainsText } from "#web/gains/gains.text.ts";

/** What a person chooses with a reason: refunds, costs, and the rate of each foreign currency with its day and source. */
export function ChoicesForm({
  draft,
  currencies,
  onChange,
}: {
  readonly draft: ChoicesDraft;
  readonly currencies: readonly string[];
  readonly onChange: (draft: ChoicesDraft) => void;
}) {
  const t = useText(gainsText);
  const choice = (name: "refunds" | "costs") => {
    const { deduct, reason } = draft[name];
    const put = (changed: Partial<ChoicesDraft["refunds"]>) => onChange({ ...draft, [name]: { ...draft[name], ...changed } });
    return (
      <div className="gains-choice" key={name}>
        <Choice
          showLabel
          label={t(name)}
          value={deduct}
          onChange={(value) => put({ deduct: value === "yes" || value === "no" ? value : "" })}
          options={[
            ["", t(`${name}Nobody`)],
            ["yes", t("deduct")],
            ["no", t("keep")],
          ]}
          testId={`gains-${name}`}
        />
        {deduct === "" ? null : (
          <Labelled label={t("reason")} {...(reason.trim() === "" ? { reason: t("reasonNeeded") } : {})}>
            <input
              className="field"
              maxLength={400}
              value={reason}
              onChange={(event) => put({ reason: event.target.value })}
              data-testid={`gains-${name}-reason`}
            />
          </Labelled>
        )}
      </div>
    );
  };
  return (
    <div className="stack-tight">
      <h2>{t("choices")}</h2>
      {choice("refunds")}
      {choice("costs")}
      {currencies.length === 0 ? null : (
        <>
          <h3>{t("rates")}</h3>
          <p className="quiet small">{t("ratesWhy")}</p>
          {currencies.map((currency) => (
            <RateFields
              key={currency}
              rate={draft.rates.find((one) => one.currency === currency) ?? { currency, rate: "", on: "", source: "" }}
              onChange={(rate) => onChange({ ...draft, rates: [...draft.rates.filter((one) => one.currency !== currency), rate] })}
            />
          ))}
        </>
      )}
    </div>
  );
}

function RateFields({ rate, onChange }: { readonly rate: RateDraft; readonly onChange: (rate: RateDraft) => void }) {
  const t = useText(gainsText);
  return (
    <div className="gains-rate" data-testid="gains-rate">
      <Labelled label={t("rate", { currency: rate.currency })}>
        <input
          className="field figure"
          inputMode="decimal"
          value={rate.rate}
          onChange={(event) => onChange({ ...rate, rate: event.target.value.replace(/[^\d.]/g, "") })}
        />
      </Labelled>
      <Labelled label={t("rateOn")}>
        <input className="field" type="date" value={rate.on} onChange={(event) => onChange({ ...rate, on: event.target.value })} />
      </Labelled>
      <Labelled label={t("rateSource")}>
        <input
          className="field"
          maxLength={200}
          placeholder={t("rateSourceHint")}
          value={rate.source}
          onChange={(event) => onChange({ ...rate, source: event.target.value })}
        />
      </Labelled>
    </div>
  );
}
