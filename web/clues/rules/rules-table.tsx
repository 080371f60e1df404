import { Button } from "antd";
import type { ClueRule, RuleList } from "#clues/rules/clue-rules.contract.ts";
import { addressOfPrompts } from "#web/clues/rules/address-of-prompts.ts";
import { DecisionMark } from "#web/clues/rules/decision-mark.tsx";
import { wordsOfRule } from "#web/clues/rules/format-precision.ts";
import { PrecisionBar } from "#web/clues/rules/precision-bar.tsx";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import type { RulesFilter } from "#web/clues/rules/use-rules.ts";
import { VerdictMark } from "#web/clues/rules/verdict-mark.tsx";
import { Figure } from "#web/design/number/figure.tsx";
import { formatNumber, formatShare } from "#web/design/number/number.ts";
import { type Column, DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Each rule with what became of its prompts; every figure leads to the clues behind it. */
export function RulesTable({ rules, filter, line, open, onOpen }: Props) {
  const t = useText(rulesText);
  const words = useWords();
  const { office, track, field } = filter;
  const figure = (
    key: "prompts" | "waiting" | "confirmed" | "accepted",
    outcome: Parameters<typeof addressOfPrompts>[0]["outcome"],
    gives?: "soon" | "last" | "late",
  ): Column<ClueRule> => ({
    key,
    title: t(key),
    align: "right",
    ...(gives === undefined ? {} : { gives }),
    render: ({ rule, figures }) => (
      <Figure plain value={figures[key]} to={figures[key] === 0 ? undefined : addressOfPrompts({ rule, office, track, field, outcome })} />
    ),
  });
  const listed = (list: RuleList, of: (rule: ClueRule) => number, gives: "soon" | "last" | "late"): Column<ClueRule> => ({
    key: list,
    title: t(list),
    align: "right",
    gives,
    render: (one) => <Listed many={of(one)} list={list} onOpen={() => onOpen(one.rule, list)} />,
  });
  return (
    <DataTable
      label={t("title")}
      rows={rules}
      rowKey={({ rule }) => rule}
      rowTestId="rule-row"
      isChosen={({ rule }) => rule === open}
      onOpen={({ rule }) => onOpen(rule)}
      columns={[
        {
          key: "rule",
          title: t("rule"),
          render: ({ rule }) => (
            <span className="rule-name">
              <Button type="link" className="link-cell" onClick={() => onOpen(rule)}>
                {words(wordsOfRule(rule))}
              </Button>
            </span>
          ),
        },
        figure("prompts", "any"),
        figure("waiting", "waiting", "last"),
        figure("confirmed", "clue"),
        figure("accepted", "accepted", "last"),
        listed("falsely", ({ figures }) => figures.falsely, "late"),
        listed("apart", ({ figures }) => figures.apart, "soon"),
        listed("withheld", ({ withheld }) => withheld, "last"),
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
        {
          key: "conversion",
          title: t("conversion"),
          align: "right",
          gives: "last",
          render: ({ figures }) => (figures.prompts === 0 ? "—" : formatShare(figures.accepted, figures.prompts)),
        },
        { key: "verdict", title: t("verdict"), nowrap: true, render: ({ figures }) => <VerdictMark verdict={figures.verdict} /> },
        {
          key: "decision",
          title: t("decision"),
          gives: "late",
          render: ({ decided }) => <DecisionMark decided={decided} />,
        },
      ]}
    />
  );
}

/** A figure that opens its list; nothing has none. */
export function Listed({ many, list, onOpen }: { readonly many: number; readonly list: RuleList; readonly onOpen: () => void }) {
  const t = useText(rulesText);
  const figure = <span className="figure">{formatNumber(many)}</span>;
  if (many === 0) return figure;
  return (
    <Button
      type="link"
      className="link-cell figure-link"
      aria-label={t("openList", { list: t(list), n: formatNumber(many) })}
      onClick={(event) => {
        event.stopPropagation(); // the row opens the rule
        onOpen();
      }}
      data-testid={`list-${list}`}
    >
      {figure}
    </Button>
  );
}

type Props = {
  readonly rules: readonly ClueRule[];
  readonly filter: RulesFilter;
  /** the upper bound under which a rule is noisy */
  readonly line: number;
  readonly open: string | null;
  readonly onOpen: (rule: string, list?: RuleList) => void;
};
