import { Link } from "react-router";
import type { ClueRule, ClueRules, RuleFigures, RuleList } from "#clues/rules/clue-rules.contract.ts";
import { RULES_OF_WORDS } from "#clues/rules/rule-words.data.ts";
import { DISMISS_REASONS } from "#clues/tell-clue.ts";
import { KIND_WORDS, wordsOfField } from "#web/clues/clue-words.text.ts";
import { addressOfPrompts } from "#web/clues/rules/address-of-prompts.ts";
import { DecideRule } from "#web/clues/rules/decide-rule.tsx";
import { DecisionMark } from "#web/clues/rules/decision-mark.tsx";
import { wordsOfRule } from "#web/clues/rules/format-precision.ts";
import { PrecisionBar } from "#web/clues/rules/precision-bar.tsx";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { Listed } from "#web/clues/rules/rules-table.tsx";
import { TermsAcrossOffices } from "#web/clues/rules/terms-across.tsx";
import { useClueRule } from "#web/clues/rules/use-rules.ts";
import { VerdictMark } from "#web/clues/rules/verdict-mark.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";

/** One rule: the verdict, what a person decided, and its prompts by track, by office and by word. */
export function RulePanel({ rule, office, known, onList, onClose }: Props) {
  const t = useText(rulesText);
  const words = useWords();
  const signs = useSigns();
  const detail = useClueRule(rule.rule, office);
  const line = known.noisy.upperBelow;
  const { figures } = rule;
  return (
    <SidePanel title={words(wordsOfRule(rule.rule))} onClose={onClose} testId="rule-panel">
      <p className="line">
        <VerdictMark verdict={figures.verdict} />
        <PrecisionBar precision={figures.precision} line={line} />
      </p>
      {office === undefined ? null : <DecisionMark decided={rule.decided} />}
      <p className="line">
        <Link to={addressOfPrompts({ rule: rule.rule, office, outcome: "any" })}>{t("toQueue")}</Link>
      </p>
      <p className="line">
        {(["falsely", "apart", "withheld"] as const).map((list) => (
          <span key={list} className="small">
            {t(list)} <Listed many={list === "withheld" ? rule.withheld : figures[list]} list={list} onOpen={() => onList(list)} />
          </span>
        ))}
      </p>
      <p className="quiet small">{t("elsewhere")}</p>
      {office === undefined ? null : known.canDecide ? (
        <DecideRule key={`${rule.rule} ${rule.version}`} rule={rule} />
      ) : (
        <p className="quiet small">{t("whoDecides")}</p>
      )}
      <section>
        <h3>{t("reasons")}</h3>
        {figures.reasons.length === 0 ? <p className="quiet">{t("noReasons")}</p> : null}
        <ul>
          {figures.reasons.map(({ code, many, against }) => (
            <li key={code} className="line">
              {words(DISMISS_REASONS[code])} <span className="figure">{formatNumber(many)}</span>
              {against ? null : <Mark tone="quiet">{t("notCounted")}</Mark>}
            </li>
          ))}
        </ul>
      </section>
      <Breakdown
        title={t("byPlace")}
        line={line}
        rows={rule.places.map(({ track, field, figures: of }) => ({
          key: `${track} ${field}`,
          name: `${track === null ? "—" : words(KIND_WORDS[track])} · ${words(wordsOfField(field))}`,
          figures: of,
        }))}
      />
      {detail.isPending ? (
        <Loading lines={4} />
      ) : detail.isError ? (
        <Problem error={detail.error} onRetry={() => detail.refetch()} />
      ) : (
        <>
          {detail.data.acrossOffices !== null ? (
            <TermsAcrossOffices across={detail.data.acrossOffices} rule={rule.rule} office={office} line={line} />
          ) : detail.data.byTerm === null ? (
            <section>
              <h3>{t("byTerm")}</h3>
              <p className="quiet">{t(RULES_OF_WORDS.has(rule.rule) ? "chooseOffice" : "noTerms")}</p>
            </section>
          ) : (
            <Breakdown
              title={t("byTerm")}
              line={line}
              rows={detail.data.byTerm.map(({ term, figures: of }) => ({
                key: term,
                name: term,
                figures: of,
                to: addressOfPrompts({ rule: rule.rule, term, office, outcome: "any" }),
              }))}
            />
          )}
          <Breakdown
            title={t("byOffice")}
            line={line}
            rows={detail.data.byOffice.map(({ code, name, figures: of, retired }) => ({
              key: code,
              name: `${words(name)}${retired ? signs.aside(t("retired")) : ""}`,
              figures: of,
            }))}
          />
          {detail.data.history.length === 0 ? null : (
            <section>
              <h3>{t("history")}</h3>
              <ol className="timeline" data-testid="rule-history">
                {detail.data.history.map(({ decision, reason, by, at }) => (
                  <li key={at}>
                    <span className="figure quiet">{formatMoment(at)}</span> {by} {t(decision)}: {reason}
                  </li>
                ))}
              </ol>
            </section>
          )}
        </>
      )}
    </SidePanel>
  );
}

function Breakdown({ title, line, rows }: { readonly title: string; readonly line: number; readonly rows: readonly Row[] }) {
  const t = useText(rulesText);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "name", title, render: ({ name, to }) => (to === undefined ? name : <Link to={to}>{name}</Link>) },
          { key: "prompts", title: t("prompts"), align: "right", render: ({ figures }) => formatNumber(figures.prompts) },
          {
            key: "precision",
            title: t("precision"),
            nowrap: true,
            render: ({ figures: { precision } }) =>
              precision === null ? (
                <span className="quiet small">{t("nothingDecided")}</span>
              ) : (
                <PrecisionBar precision={precision} line={line} />
              ),
          },
        ]}
      />
    </section>
  );
}

type Row = { readonly key: string; readonly name: string; readonly figures: RuleFigures; readonly to?: string };
type Props = {
  readonly rule: ClueRule;
  readonly office: string | undefined;
  readonly known: ClueRules;
  readonly onList: (list: RuleList) => void;
  readonly onClose: () => void;
};
