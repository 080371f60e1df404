import { Button } from "antd";
import { useRef, useState } from "react";
import { type GainsChoices, type GainsTrial, type MoneyFlow, Treatment } from "#gains/gains.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { InlineProblem, Loading } from "#web/design/state/state.tsx";
import { useLanguage, useSigns, useText } from "#web/design/text/language.tsx";
import { ChoicesDraft, choicesOf, confirmPresumed, decide, draftOf, takeBack } from "#web/gains/choices-draft.ts";
import { ChoicesForm } from "#web/gains/choices-form.tsx";
import { gainsText } from "#web/gains/gains.text.ts";
import { GainsFiguresView } from "#web/gains/gains-figures.view.tsx";
import { LinesView } from "#web/gains/lines.view.tsx";
import { OwnParties } from "#web/gains/own-parties.tsx";
import { LINES_A_PAGE, useGainsChanges, useGainsTrial } from "#web/gains/use-gains.ts";

type Shown = Treatment | "all";

/** One money flow at work: whose accounts, what is chosen, what each line is; the figures follow every key. */
export function MoneyFlowView({
  caseId,
  flow,
  last,
  mayCalculate,
}: {
  readonly caseId: string;
  readonly flow: MoneyFlow;
  readonly last: GainsChoices | null;
  readonly mayCalculate: boolean;
}) {
  const t = useText(gainsText);
  const signs = useSigns();
  const { form, change } = useDraft(`draft-gains-${flow.id}`, draftOf(last), (stored) => ChoicesDraft.safeParse(stored).data ?? null);
  const [shown, setShown] = useState<Shown>("open");
  const [page, setPage] = useState(1);
  const requestId = useRequestId();
  const { keep } = useGainsChanges(caseId);
  const choices = choicesOf(form);
  const trial = useGainsTrial(flow.id, choices, shown === "all" ? undefined : shown, page);
  // A choice that is refused leaves the figures of the one before in sight, with the reason beside them.
  const good = useRef<GainsTrial>(undefined);
  if (trial.data !== undefined) good.current = trial.data;
  const answer = trial.data ?? good.current;
  const show = (value: string) => {
    setShown(value === "all" ? "all" : Treatment.catch("open").parse(value));
    setPage(1);
  };
  return (
    <>
      <section className="panel stack" data-testid="money-flow">
        <FlowLine flow={flow} />
        {mayCalculate ? <OwnParties parties={flow.parties} own={form.own} onChange={(own) => change({ ...form, own: [...own] })} /> : null}
      </section>
      {answer === undefined ? (
        trial.isError ? (
          <section className="panel">
            <InlineProblem error={trial.error} />
          </section>
        ) : (
          <Loading lines={8} />
        )
      ) : (
        <>
          <div className={mayCalculate ? "gains-work" : undefined}>
            <section className="panel stack-tight" aria-busy={trial.isFetching} data-testid="gains-trial">
              <InlineProblem error={trial.error} testId="gains-refused" />
              <GainsFiguresView figures={answer.figures} linesAt="#gains-lines" />
            </section>
            {mayCalculate ? (
              <section className="panel stack-tight">
                <ChoicesForm
                  draft={form}
                  currencies={answer.figures.currencies.map(({ currency }) => currency).filter((currency) => currency !== "CNY")}
                  onChange={change}
                />
                <InlineProblem error={keep.error} />
                <div>
                  <Button
                    type="primary"
                    disabled={trial.isError || trial.isPlaceholderData}
                    loading={keep.isPending}
                    onClick={() =>
                      keep.mutate({ moneyFlowId: flow.id, requestId: requestId.current(), choices }, { onSuccess: requestId.renew })
                    }
                    data-testid="gains-keep"
                  >
                    {t("keepIt")}
                  </Button>
                </div>
                <p className="quiet small">{t("keepWhy")}</p>
              </section>
            ) : null}
          </div>
          <section className="panel panel-flush" id="gains-lines" data-testid="gains-lines">
            <div className="line between gains-lines-head">
              <h2>{t("lines")}</h2>
              <span className="line">
                <span className="quiet small figure">{t("decisions", { n: formatNumber(form.decisions.length) })}</span>
                <Choice
                  label={t("showing")}
                  value={shown}
                  onChange={show}
                  options={[
                    ["open", `${t("open")}${signs.aside(formatNumber(answer.figures.open))}`],
                    ["all", t("all")],
                    ...Treatment.options.filter((one) => one !== "open").map((one): [string, string] => [one, t(one)]),
                  ]}
                  testId="gains-shown"
                />
              </span>
            </div>
            <LinesView
              lines={answer.lines.items}
              shown={shown}
              draft={form}
              mayDecide={mayCalculate}
              onDecide={(decision) => change(decide(form, decision))}
              onConfirm={(lines, reason) => change(confirmPresumed(form, lines, reason))}
              onTakeBack={(line) => change(takeBack(form, line))}
            />
            <Pager page={page} size={LINES_A_PAGE} total={answer.lines.total} onPage={setPage} />
          </section>
        </>
      )}
    </>
  );
}

/** What was imported, and what each column was read as. */
function FlowLine({ flow }: { readonly flow: MoneyFlow }) {
  const t = useText(gainsText);
  const { language } = useLanguage();
  const { from, until, lines, unreadable } = flow;
  return (
    <div className="stack-tight">
      <div className="line">
        <h2 className="break">{flow.name}</h2>
        <span className="quiet figure">
          {from === null || until === null
            ? t("flowLineUndated", { lines: formatNumber(lines) })
            : t("flowLine", { lines: formatNumber(lines), from: formatDay(from, language), until: formatDay(until, language) })}
        </span>
        {unreadable === 0 ? null : <Mark tone="warn">{t("unreadable", { n: formatNumber(unreadable) })}</Mark>}
      </div>
      <details>
        <summary className="small">{t("columns")}</summary>
        <ul className="gains-columns small">
          {flow.columns.map((column, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table may have two columns of one name, and its columns never move
            <li key={place}>
              {column.name} <span className="quiet">→ {column.means ?? t("ignored")}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
