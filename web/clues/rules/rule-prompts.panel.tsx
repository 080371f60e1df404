import { Button } from "antd";
import { Link } from "react-router";
import type { RuleList, RulePrompt } from "#clues/rules/clue-rules.contract.ts";
import { DISMISS_REASONS } from "#clues/tell-clue.ts";
import { tellTitle } from "#clues/tell-title.ts";
import { KIND_WORDS, wordsOfField } from "#web/clues/clue-words.text.ts";
import { wordsOfRule } from "#web/clues/rules/format-precision.ts";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { type RulesFilter, useRulePrompts } from "#web/clues/rules/use-rules.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

const SIZE = 20;

/** The false, apart or withheld prompts of a rule that the reader may see, and how many others the figure counts. */
export function RulePromptsPanel({ rule, list, filter, page, onPage, onBack, onClose }: Props) {
  const t = useText(rulesText);
  const words = useWords();
  const prompts = useRulePrompts(rule, list, filter, page);
  return (
    <SidePanel title={`${words(wordsOfRule(rule))} · ${t(list)}`} onClose={onClose} testId="rule-prompts">
      <p>
        <Button size="small" onClick={onBack}>
          {t("backToRule")}
        </Button>
      </p>
      <p className="quiet small">{t(`${list}Why`)}</p>
      {prompts.isPending ? (
        <Loading lines={4} />
      ) : prompts.isError ? (
        <Problem error={prompts.error} onRetry={() => prompts.refetch()} />
      ) : (
        <>
          <p data-testid="rule-prompts-seen">
            {t("seen", { n: formatNumber(prompts.data.visible) })}
            {prompts.data.notVisible === 0 ? null : (
              <strong data-testid="rule-prompts-hidden"> {t("notVisible", { n: formatNumber(prompts.data.notVisible) })}</strong>
            )}
          </p>
          {prompts.data.items.length === 0 ? null : <Rows rows={prompts.data.items} label={t(list)} />}
          <Pager page={page} size={SIZE} total={prompts.data.visible} onPage={onPage} />
        </>
      )}
    </SidePanel>
  );
}

function Rows({ rows, label }: { readonly rows: readonly RulePrompt[]; readonly label: string }) {
  const t = useText(rulesText);
  const words = useWords();
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={({ clue, document, track, field }) => clue?.id ?? `${document?.id} ${track} ${field}`}
      rowTestId="rule-prompt"
      columns={[
        {
          key: "prompt",
          title: t("prompt"),
          render: ({ clue, document, case: of, track, field, office }) => (
            <span className="stack-tight">
              {clue === null ? null : (
                <Link to={`/clues?status=dismissed&clue=${clue.id}`} className="break">
                  {words(tellTitle(clue.title))}
                </Link>
              )}
              {document === null ? null : (
                <Link to={`/cases/${of.id}/case-documents?document=${document.id}`} className="break">
                  {document.name}
                </Link>
              )}
              <span className="quiet small">
                <Link to={`/cases/${of.id}`}>{of.number}</Link> · {words(office)}
              </span>
              <span className="quiet small">
                {track === null ? "—" : words(KIND_WORDS[track])} · {words(wordsOfField(field))}
              </span>
            </span>
          ),
        },
        {
          key: "why",
          title: t("whyNot"),
          render: ({ code, rules, at }) => (
            <span className="stack-tight">
              {code === null ? (
                <span>{t("restedOn", { rules: rules.map((one) => words(wordsOfRule(one))).join(" / ") })}</span>
              ) : (
                words(DISMISS_REASONS[code])
              )}
              <span className="quiet small figure">{formatMoment(at)}</span>
            </span>
          ),
        },
      ]}
    />
  );
}

type Props = {
  readonly rule: string;
  readonly list: RuleList;
  readonly filter: RulesFilter;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** back to the rule itself */
  readonly onBack: () => void;
  readonly onClose: () => void;
};
