import { Button } from "antd";
import type { OfficeLexicon } from "#lexicons/lexicons.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { AxisChoice } from "#web/lexicons/axis-choice.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { AXES, axisOf, wordsOfPlace } from "#web/lexicons/lexicon-words.text.ts";

type Value = OfficeLexicon["values"][number];

/** Each value of an axis with the figures of its terms together, the most cases first; unknown last. */
export function ValuesView({ lexicon, axis: asked, onChange }: Props) {
  const t = useText(lexiconText);
  const words = useWords();
  const axis = axisOf(asked);
  const lists: readonly string[] = AXES[axis];
  const rows = lexicon.values
    .filter(({ list }) => lists.includes(list))
    .toSorted((a, b) => (b.figures?.cases ?? -1) - (a.figures?.cases ?? -1) || (b.figures?.hits ?? -1) - (a.figures?.hits ?? -1));
  const note = lexicon.notes[axis];
  return (
    <>
      <div className="stack-tight lexicon-filters">
        <AxisChoice axis={axis} onChange={onChange} />
        {note === undefined ? null : <p className="small">{words(note)}</p>}
        <p className="quiet small">{t("valuesWhy")}</p>
      </div>
      <DataTable
        label={t("values")}
        rows={rows}
        rowKey={({ list, value }) => `${list} ${value}`}
        rowTestId="value-row"
        columns={[
          {
            key: "value",
            title: t("value"),
            render: (one) => (
              <Button
                type="link"
                className="link-cell"
                title={t("openValue")}
                onClick={() => onChange({ view: null, axis, value: `${one.list} ${one.value}` })}
                data-testid="open-value"
              >
                {words(wordsOfPlace(one))}
              </Button>
            ),
          },
          { key: "terms", title: t("termsMany"), align: "right", render: ({ terms }) => formatNumber(terms) },
          { key: "hits", title: t("hits"), align: "right", render: (one) => <Figure one={one} of="hits" /> },
          { key: "documents", title: t("documents"), align: "right", render: (one) => <Figure one={one} of="documents" /> },
          { key: "cases", title: t("cases"), align: "right", render: (one) => <Figure one={one} of="cases" /> },
        ]}
      />
    </>
  );
}

/** One value's figures as a sentence, above its terms. */
export function ValueFinding({ value }: { readonly value: Value }) {
  const t = useText(lexiconText);
  const words = useWords();
  const { figures, terms, unread } = value;
  const name = words(wordsOfPlace(value));
  return (
    <p className="small lexicon-finding" data-testid="value-finding">
      {figures === null
        ? t("ofValueUnknown", { value: name, terms: formatNumber(terms) })
        : t("ofValue", {
            value: name,
            terms: formatNumber(terms),
            hits: formatNumber(figures.hits),
            documents: formatNumber(figures.documents),
            cases: formatNumber(figures.cases),
          })}
      {figures === null || unread === 0 ? null : <span className="quiet"> {t("unreadTerms", { n: formatNumber(unread) })}</span>}
    </p>
  );
}

function Figure({ one: { figures, unread }, of }: { readonly one: Value; readonly of: keyof NonNullable<Value["figures"]> }) {
  const t = useText(lexiconText);
  if (figures === null)
    return (
      <span className="quiet small" title={t("countedNone")}>
        {of === "hits" ? t("unknown") : "—"}
      </span>
    );
  return <span title={unread === 0 ? undefined : t("unreadTerms", { n: formatNumber(unread) })}>{formatNumber(figures[of])}</span>;
}

type Props = {
  readonly lexicon: OfficeLexicon;
  readonly axis: string | undefined;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
};
