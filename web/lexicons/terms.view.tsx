import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import type { OfficeLexicon, OfficeTerm } from "#lexicons/lexicons.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { QueryField } from "#web/design/field/query-field.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { AxisChoice } from "#web/lexicons/axis-choice.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { AXES, axisOf, tellChange, wordsOfPlace } from "#web/lexicons/lexicon-words.text.ts";
import { type ListedTerm, listTerms } from "#web/lexicons/list-terms.ts";
import { ValueFinding } from "#web/lexicons/values.view.tsx";

const SIZE = 50;

/** The terms of one axis with who, when, why and their figures; what the draft would change is dashed. */
export function TermsView({ lexicon, filter, open, onChange }: Props) {
  const t = useText(lexiconText);
  const words = useWords();
  const axis = axisOf(filter["axis"]);
  const lists: readonly string[] = AXES[axis];
  const page = Math.max(1, Number(filter["page"] ?? 1) || 1);
  const found = listTerms(lexicon, { ...filter, axis });
  const shown = found.slice((page - 1) * SIZE, page * SIZE);
  const values = lexicon.values.filter(({ list }) => lists.includes(list));
  const chosen = values.find(({ list, value }) => filter["value"] === `${list} ${value}`);
  return (
    <>
      <div className="line lexicon-filters">
        <AxisChoice axis={axis} onChange={onChange} />
        <Choice
          label={t("value")}
          value={filter["value"] ?? ""}
          onChange={(value) => onChange({ value })}
          options={[["", t("allValues")], ...values.map((one) => [`${one.list} ${one.value}`, words(wordsOfPlace(one))] as const)]}
          testId="lexicon-value"
        />
        <QueryField label={t("search")} value={filter["query"] ?? ""} onChange={(query) => onChange({ query })} testId="lexicon-query" />
        <Choice
          label={t("order")}
          value={filter["order"] ?? ""}
          onChange={(order) => onChange({ order })}
          options={[
            ["", t("byValue")],
            ["hits", t("byHits")],
          ]}
          testId="lexicon-order"
        />
        <Checkbox checked={filter["slang"] === "1"} onChange={({ target }) => onChange({ slang: target.checked ? "1" : null })}>
          {t("onlySlang")}
        </Checkbox>
        <Checkbox checked={filter["office"] === "1"} onChange={({ target }) => onChange({ office: target.checked ? "1" : null })}>
          {t("onlyOffice")}
        </Checkbox>
        {lexicon.can.propose ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => onChange({ new: "1", term: null })} data-testid="add-term">
            {t("add")}
          </Button>
        ) : null}
      </div>
      {chosen === undefined ? null : <ValueFinding value={chosen} />}
      {shown.length === 0 ? (
        <Empty title={t("noneFound")} testId="no-terms">
          <p className="quiet">{t("noneFoundBody")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("terms")}
          rows={shown}
          rowKey={({ list, value, term }) => `${list} ${value} ${term}`}
          rowTestId="term-row"
          isChosen={({ list, value, term }) => open === `${list} ${value} ${term}`}
          onOpen={({ list, value, term, drafted }) =>
            drafted ? onChange({ view: "draft" }) : onChange({ term: `${list} ${value} ${term}`, new: null })
          }
          columns={[
            {
              key: "term",
              title: t("term"),
              render: (one) => (
                <span className="line">
                  <Button
                    type="link"
                    className="link-cell"
                    onClick={() =>
                      one.drafted ? onChange({ view: "draft" }) : onChange({ term: `${one.list} ${one.value} ${one.term}`, new: null })
                    }
                    data-testid="open-term"
                  >
                    <span className={one.retired ? "lexicon-retired" : undefined}>{one.term}</span>
                  </Button>
                  {one.slang ? <Mark tone="warn">{t("slang")}</Mark> : null}
                  {one.retired ? <Mark tone="quiet">{t("retired")}</Mark> : null}
                  {one.changes.map((change) => (
                    <span key={change.proposal} className="lexicon-dashed small" title={words(tellChange(change.change))}>
                      {t("inDraft")}
                    </span>
                  ))}
                </span>
              ),
            },
            { key: "value", title: t("value"), nowrap: true, render: (one) => words(wordsOfPlace(one)) },
            { key: "hits", title: t("hits"), align: "right", render: (one) => <Figure one={one} of="hits" /> },
            {
              key: "documents",
              title: t("documents"),
              align: "right",
              gives: "last",
              render: (one) => <Figure one={one} of="documents" />,
            },
            { key: "cases", title: t("cases"), align: "right", render: (one) => <Figure one={one} of="cases" /> },
            { key: "prompts", title: t("prompts"), align: "right", gives: "last", render: (one) => <Figure one={one} of="prompts" /> },
            {
              key: "by",
              title: t("by"),
              nowrap: true,
              gives: "last",
              render: ({ since, author, on }) => (
                <span className={since === null ? "quiet" : undefined}>
                  {since === null ? t("shippedMark") : author} {on}
                </span>
              ),
            },
            {
              key: "reason",
              title: t("reason"),
              gives: "last",
              render: ({ reason }) => (
                <span className="quiet small lexicon-reason" title={words(reason)}>
                  {words(reason)}
                </span>
              ),
            },
          ]}
        />
      )}
      <Pager page={page} size={SIZE} total={found.length} onPage={(next) => onChange({ page: String(next) })} />
    </>
  );
}

/** A figure, or that it is not known: a term nobody has read with has no hits and no "no hits". */
function Figure({ one, of }: { readonly one: ListedTerm; readonly of: keyof NonNullable<OfficeTerm["figures"]> }) {
  const t = useText(lexiconText);
  if (one.figures === null) {
    const why = one.since === null ? t("countedNone") : t("notCountedSince", { n: one.since });
    return (
      <span className="quiet small" title={why}>
        {of === "hits" ? t("unknown") : "—"}
      </span>
    );
  }
  return <>{formatNumber(one.figures[of])}</>;
}

type Props = {
  readonly lexicon: OfficeLexicon;
  readonly filter: Readonly<Record<string, string>>;
  readonly open: string | null;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
};
