import { Button } from "antd";
import { useState } from "react";
import type { PeriodRequest, PeriodRule } from "#calendar/calendar.contract.ts";
import type { ComputedPeriod } from "#law/law.contract.ts";
import { nameOfRule } from "#law/period-names.data.ts";
import { useAddress } from "#web/app/use-address.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { readPeriod, writePeriod } from "#web/law/periods/period-address.ts";
import { PeriodCalendar } from "#web/law/periods/period-calendar.tsx";
import { PeriodForm } from "#web/law/periods/period-form.tsx";
import { PeriodGantt } from "#web/law/periods/period-gantt.tsx";
import { periodsText } from "#web/law/periods/periods.text.ts";
import { usePeriodRules, usePeriods } from "#web/law/use-law.ts";

/** The server computes so many at once. */
const MOST = 12;

/** 期间计算 the chosen periods stand in the address: it reopens the same dates. */
export function PeriodsView() {
  const t = useText(periodsText);
  const words = useWords();
  const [address, setAddress] = useAddress();
  const rules = usePeriodRules();
  // held here and written into the address: the address follows a moment later, and the next key must not fall back behind the last
  const [chosen, setChosen] = useState<readonly PeriodRequest[]>(() => address.getAll("p").map(readPeriod));
  const [asked, setFocus] = useState(() => Number(address.get("at") ?? 0) || 0);
  const focus = Math.min(Math.max(0, asked), Math.max(0, chosen.length - 1));
  const complete = chosen.filter(({ rule, from }) => rule !== "" && from !== "");
  const computed = usePeriods(complete.slice(0, MOST));
  if (rules.isPending) return <Loading lines={8} />;
  if (rules.isError) return <Problem error={rules.error} onRetry={() => rules.refetch()} />;
  const known = rules.data.rules;
  const set = (requests: readonly PeriodRequest[], at: number) => {
    setChosen(requests);
    setFocus(at);
    const next = new URLSearchParams();
    for (const request of requests) next.append("p", writePeriod(request));
    if (at > 0) next.set("at", String(at));
    setAddress(next, { replace: true });
  };
  const current = chosen[focus] ?? blank();
  const answers = computed.data?.periods ?? [];
  const answer = answers.find((one) => writePeriod(one.request) === writePeriod(current));
  const good = answers.flatMap((one) => (one.ok && chosen.some((asked) => writePeriod(asked) === writePeriod(one.request)) ? [one] : []));
  const unannounced = rules.data.years.filter(({ announced }) => !announced).map(({ year }) => year);
  return (
    <div className="law-board">
      <section className="panel stack" aria-label={t("choose")}>
        {chosen.length < 2 ? null : (
          <ul className="stack-tight" aria-label={t("asked")}>
            {chosen.map((request, at) => {
              const act = nameOf(request, known, words);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same period may be chosen twice
                <li key={at} className="line between">
                  <button type="button" className="rule" aria-pressed={at === focus} onClick={() => set(chosen, at)}>
                    {act}
                  </button>
                  <Button
                    size="small"
                    type="text"
                    aria-label={t("removeOne", { act })}
                    onClick={() =>
                      set(
                        chosen.filter((_, place) => place !== at),
                        Math.max(0, focus - (at <= focus ? 1 : 0)),
                      )
                    }
                  >
                    ×
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
        <PeriodForm
          rules={known}
          request={current}
          onChange={(next) => set(chosen.length === 0 ? [next] : chosen.map((one, at) => (at === focus ? next : one)), focus)}
        />
        <div>
          <Button
            disabled={current.rule === "" || current.from === "" || chosen.length >= MOST}
            onClick={() => set([...chosen, { ...blank(), from: current.from, detained: current.detained }], chosen.length)}
            data-testid="another-period"
          >
            {t("another")}
          </Button>
        </div>
        {unannounced.length === 0 ? null : <p className="quiet small">{t("unannounced", { years: unannounced.join("、") })}</p>}
      </section>
      <div className="stack law-answer">
        {computed.isError ? <Problem error={computed.error} onRetry={() => computed.refetch()} /> : null}
        {good.length > 1 ? <PeriodGantt periods={good} rules={known} /> : null}
        {answer === undefined ? (
          computed.isFetching ? (
            <Loading />
          ) : (
            <section className="panel panel-flush">
              <Empty title={t("empty")} testId="period-empty">
                <p>{t("emptyBody")}</p>
              </Empty>
            </section>
          )
        ) : (
          <Answer period={answer} rule={known.find(({ id }) => id === answer.request.rule)} />
        )}
      </div>
    </div>
  );
}

function Answer({ period, rule }: { readonly period: ComputedPeriod; readonly rule: PeriodRule | undefined }) {
  const t = useText(periodsText);
  const words = useWords();
  if (!period.ok)
    return (
      <section className="panel" data-testid="period-refused">
        <p className="inline-problem" role="alert">
          {t("refused", { argument: argumentWords(period.argument, t), expected: words(period.expected), found: period.found })}
        </p>
      </section>
    );
  const { answer } = period;
  return (
    <section className="panel stack" data-testid="period-answer" aria-live="polite">
      <div className="line between">
        <div className="stack-tight">
          <h2>{rule === undefined ? answer.rule : words(nameOfRule(rule))}</h2>
          {rule === undefined ? null : <span className="quiet">{words(rule.act)}</span>}
          <strong className="period-due" data-testid="period-due">
            <Day day={answer.due} />
          </strong>
        </div>
        {answer.dueAtMost === null ? null : (
          <span className="small">
            {t("dueAtMost")} <Day day={answer.dueAtMost} distance={false} />
          </span>
        )}
      </div>
      {answer.warnings.map((warning) => (
        <p key={warning} className="law-warning">
          <Mark tone="warn">{t("warnings")}</Mark> {warning}
        </p>
      ))}
      <PeriodCalendar period={period} />
      <div className="columns">
        <div className="stack-tight">
          <h3>{t("steps")}</h3>
          <ol className="law-steps" data-testid="period-steps">
            {answer.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <div className="stack-tight">
          {answer.notes.length === 0 ? null : (
            <>
              <h3>{t("notes")}</h3>
              <ul className="notes">
                {answer.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </>
          )}
          <h3>{t("cite")}</h3>
          <p className="quiet small">{answer.cite.join("；")}</p>
        </div>
      </div>
    </section>
  );
}

function argumentWords(argument: string, t: ReturnType<typeof useText<typeof periodsText>>): string {
  return argument === "--from" || argument === "--extend" || argument === "RULE" ? t(argument) : argument;
}

function nameOf(request: PeriodRequest, rules: readonly PeriodRule[], words: ReturnType<typeof useWords>): string {
  const rule = rules.find(({ id }) => id === request.rule);
  return rule === undefined ? "…" : `${words(nameOfRule(rule))} · ${request.from}`;
}

function blank(): PeriodRequest {
  return { rule: "", from: dayOf(new Date()), detained: false, urgent: false, ruling: false, extend: 0 };
}
