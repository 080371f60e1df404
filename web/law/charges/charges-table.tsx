import { Button } from "antd";
import type { ChargeRow } from "#charges/charges.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { type Column, DataTable } from "#web/design/table/data-table.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";
import { Article, StandingMark } from "#web/law/charges/standing-mark.tsx";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { lawText } from "#web/law/law.text.ts";
import { offencesText } from "#web/law/offences/offences.text.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";

/** Names shown in a cell before the rest is only counted. */
const SHOWN = 4;
type RowProps = { readonly row: ChargeRow };

/** 可能的罪名表 a row an offence, in the order of the code. */
export function ChargesTable({ rows, onOpen }: { readonly rows: readonly ChargeRow[]; readonly onOpen: (row: ChargeRow) => void }) {
  const t = useText(chargesText);
  const columns: readonly Column<ChargeRow>[] = [
    { key: "article", title: t("article"), nowrap: true, render: ({ article }) => <Article article={article} /> },
    { key: "offence", title: t("offence"), render: (row) => <Condition row={row} /> },
    { key: "state", title: t("state"), render: (row) => <Result row={row} onOpen={onOpen} /> },
    { key: "has", title: t("has"), render: (row) => <Nodes row={row} /> },
    { key: "missing", title: t("missing"), render: (row) => <Missing row={row} /> },
  ];
  return (
    <DataTable
      label={t("table")}
      columns={columns}
      rows={rows}
      rowKey={({ offence, article, title }) => offence ?? `${article} ${title.en}`}
      rowTestId="charge-row"
    />
  );
}

function Condition({ row }: RowProps) {
  const words = useWords();
  const l = useText(lawText);
  return (
    <div className="charges-cell">
      <strong>{words(row.title)}</strong>
      {row.conditions.map(({ when, cite, unconfirmed }) => (
        <span key={`${when.en}${cite}`} className="small">
          {words(when)} <span className="quiet">{cite}</span> {unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
        </span>
      ))}
    </div>
  );
}

function Result({ row, onOpen }: RowProps & { readonly onOpen: (row: ChargeRow) => void }) {
  const t = useText(chargesText);
  const o = useText(offencesText);
  const words = useWords();
  const { answer } = row;
  if (answer === null)
    return (
      <div className="charges-cell">
        <StandingMark standing={row.standing} />
        <span className="quiet small">{t("noRule")}</span>
      </div>
    );
  const years = answer.consequence?.imprisonment;
  return (
    <div className="charges-cell">
      <StandingMark standing={row.standing} />
      {row.standing === "not-met" ? null : (
        <span className="small">
          {/* "None" beside facts that nobody told would read as "no": only what it could come to is said then. */}
          {answer.band === "none" && answer.bandAtMost !== undefined ? t("undecided") : words(BAND_WORDS[answer.band])}
          {answer.bandAtMost === undefined ? null : (
            <span className="warn"> {t("atMost", { band: words(BAND_WORDS[answer.bandAtMost]) })}</span>
          )}
        </span>
      )}
      {years === undefined ? null : (
        <span className="quiet small">
          {years.minYears === undefined
            ? o("consequenceUpTo", { max: years.maxYears })
            : o("consequenceFromTo", { min: years.minYears, max: years.maxYears })}
        </span>
      )}
      <Button size="small" className="no-print charges-open" onClick={() => onOpen(row)} data-testid="open-charge">
        {t("open")}
      </Button>
    </div>
  );
}

function Nodes({ row }: RowProps) {
  const t = useText(chargesText);
  const l = useText(lawText);
  const words = useWords();
  const signs = useSigns();
  const { answer, carried } = row;
  if (answer === null) return null;
  const met = [...answer.elements, ...answer.limbs].filter(({ outcome }) => outcome === "met");
  const lacking = answer.established === null ? [] : answer.elements.filter(({ outcome }) => outcome === "not-met");
  return (
    <div className="charges-cell small">
      {met.map((node) => (
        <span key={node.id}>
          ✓ {words(node.meaning)} <span className="quiet">{node.provision}</span>{" "}
          {node.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
        </span>
      ))}
      {lacking.map((node) => (
        <span key={node.id}>
          – {t("lacks")}
          {words(node.meaning)} <span className="quiet">{node.provision}</span>
        </span>
      ))}
      {met.length + lacking.length === 0 ? <span className="quiet">—</span> : null}
      {carried.length === 0 ? null : (
        <span className="quiet">{t("carried", { facts: signs.list(carried.map(({ fact }) => words(wordsOfFactPath(fact)))) })}</span>
      )}
    </div>
  );
}

function Missing({ row }: RowProps) {
  const t = useText(chargesText);
  const words = useWords();
  const missing = row.standing === "not-met" ? [] : (row.answer?.missing ?? []);
  if (missing.length === 0) return <span className="quiet">—</span>;
  return (
    <div className="charges-facts">
      {missing.slice(0, SHOWN).map((fact) => (
        <span key={fact} className="mark mark-unknown charges-wrap">
          {words(wordsOfFactPath(fact))}
        </span>
      ))}
      {missing.length > SHOWN ? <span className="quiet small">{t("more", { n: missing.length - SHOWN })}</span> : null}
    </div>
  );
}
