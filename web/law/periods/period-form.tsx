import { Checkbox } from "antd";
import { useState } from "react";
import type { PeriodRequest, PeriodRule } from "#calendar/calendar.contract.ts";
import { nameOfRule } from "#law/period-names.data.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { findRules } from "#web/law/periods/find-rules.ts";
import { periodsText } from "#web/law/periods/periods.text.ts";

/** A rule by words, then the day and only those questions that the rule knows. */
export function PeriodForm({
  rules,
  request,
  onChange,
}: {
  readonly rules: readonly PeriodRule[];
  readonly request: PeriodRequest;
  readonly onChange: (request: PeriodRequest) => void;
}) {
  const t = useText(periodsText);
  const words = useWords();
  const [query, setQuery] = useState("");
  const found = findRules(rules, query);
  const rule = rules.find(({ id }) => id === request.rule);
  const extension = rule?.extension;
  return (
    <div className="stack">
      <div className="stack-tight">
        <Labelled label={t("search")}>
          <input
            className="field"
            type="search"
            value={query}
            placeholder={t("searchHint")}
            onChange={(event) => setQuery(event.target.value)}
            data-testid="period-search"
          />
        </Labelled>
        <p className="quiet small" aria-live="polite">
          {found.length === 0 ? t("noneFound") : t("results", { n: found.length })}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
        <ul className="rule-list" tabIndex={0} aria-label={t("choose")}>
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="rule"
                aria-pressed={one.id === request.rule}
                onClick={() => onChange({ ...request, rule: one.id, urgent: false, ruling: false, extend: 0 })}
                data-testid="period-rule"
              >
                <strong>{words(nameOfRule(one))}</strong>
                <span className="quiet small">
                  {words(one.trigger)} → {words(one.act)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <Labelled label={t("from")} {...(rule === undefined ? {} : { reason: words(rule.trigger) })}>
        <input
          className="field"
          type="date"
          value={request.from}
          onChange={(event) => onChange({ ...request, from: event.target.value })}
          data-testid="period-from"
        />
      </Labelled>
      {rule === undefined ? null : (
        <div className="stack-tight">
          {rule.custody === "if-detained" ? (
            <Checkbox
              checked={request.detained}
              onChange={(event) => onChange({ ...request, detained: event.target.checked })}
              data-testid="period-detained"
            >
              {t("detained")}
            </Checkbox>
          ) : null}
          {rule.urgent === undefined ? null : (
            <Checkbox checked={request.urgent} onChange={(event) => onChange({ ...request, urgent: event.target.checked })}>
              {t("urgent")}
            </Checkbox>
          )}
          {rule.ruling === undefined ? null : (
            <Checkbox checked={request.ruling} onChange={(event) => onChange({ ...request, ruling: event.target.checked })}>
              {t("ruling")}
            </Checkbox>
          )}
          {extension === undefined ? null : (
            <Labelled
              label={t("extend", { unit: t(extension.unit) })}
              reason={
                extension.most === null ? words(extension.when) : t("extendMost", { most: extension.most, when: words(extension.when) })
              }
            >
              <input
                className="field figure"
                type="number"
                min={0}
                max={extension.most ?? 9999}
                value={request.extend}
                onChange={(event) => onChange({ ...request, extend: Math.max(0, Math.floor(Number(event.target.value) || 0)) })}
                data-testid="period-extend"
              />
            </Labelled>
          )}
        </div>
      )}
    </div>
  );
}
