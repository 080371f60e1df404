import { Link } from "react-router";
import type { z } from "zod";
import { ClueTrack } from "#clues/clues.contract.ts";
import type { Replay, ReplayDetail, ReplayOutcome, ReplayTotals } from "#lexicons/lexicons.contract.ts";
import { TermList } from "#reading/terms/lexicon.ts";
import { KIND_WORDS } from "#web/clues/clue-words.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { LIST_WORDS, wordsOfTermValue } from "#web/lexicons/lexicon-words.text.ts";
import { useReplayResult } from "#web/lexicons/use-lexicon.ts";

type Document = z.infer<typeof ReplayDetail>["documents"][number];

/** Totals of all documents, then those that change, as far as the reader sees their cases. */
export function ReplayResult({ replay }: { readonly replay: Replay }) {
  const t = useText(lexiconText);
  const result = useReplayResult(replay.id);
  if (replay.totals === null) return null;
  const { totals } = replay;
  const told = totals.changed + totals.unread;
  return (
    <div className="stack" data-testid="replay-result">
      <Totals totals={totals} title={t(replay.status === "cancelled" ? "totalsSoFar" : "totals")} />
      <h3>{t("changedDocuments")}</h3>
      {told === 0 ? (
        <p className="quiet">{t("noneChanged")}</p>
      ) : result.isPending ? (
        <Loading lines={3} />
      ) : result.isError ? (
        <Problem error={result.error} onRetry={() => result.refetch()} />
      ) : (
        <>
          <p className="quiet small">{t("visible", { changed: formatNumber(told), visible: formatNumber(result.data.visible) })}</p>
          {result.data.documents.length === 0 ? <p className="quiet">{t("noneVisible")}</p> : <Documents rows={result.data.documents} />}
        </>
      )}
    </div>
  );
}

function Totals({ totals, title }: { readonly totals: ReplayTotals; readonly title: string }) {
  const t = useText(lexiconText);
  const pair = (gained: number, lost: number) => t("gainedLost", { gained: formatNumber(gained), lost: formatNumber(lost) });
  const rows = [
    [t("tDocuments"), formatNumber(totals.documents)],
    ...(totals.unread > 0 ? [[t("tUnread"), formatNumber(totals.unread)] as const] : []),
    [t("tChanged"), formatNumber(totals.changed)],
    [t("tCases"), formatNumber(totals.cases)],
    [t("tHits"), pair(totals.hitsGained, totals.hitsLost)],
    [t("tFacts"), pair(totals.factsGained, totals.factsLost)],
    [t("tClues"), pair(totals.cluesGained, totals.cluesLost)],
    [t("tScores"), formatNumber(totals.scoresMoved)],
  ] as const;
  return (
    <section className="stack-tight">
      <h3>{title}</h3>
      <dl className="facts" data-testid="replay-totals">
        {rows.map(([name, value]) => (
          <div key={name} className="lexicon-total">
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Documents({ rows }: { readonly rows: readonly Document[] }) {
  const t = useText(lexiconText);
  const words = useWords();
  return (
    <DataTable
      label={t("changedDocuments")}
      rows={rows}
      rowKey={({ documentId }) => documentId}
      rowTestId="replay-document"
      columns={[
        {
          key: "document",
          title: t("document"),
          render: ({ caseId, documentId, name, caseNumber, outcome }) => (
            <span className="stack-tight">
              <Link to={`/cases/${caseId}/case-documents?document=${documentId}`} className="break">
                {name}
              </Link>
              <span className="quiet small">{caseNumber}</span>
              {outcome.problem === null ? null : <span className="bad small">{words(outcome.problem)}</span>}
            </span>
          ),
        },
        { key: "gained", title: t("gained"), render: ({ outcome }) => <Moved outcome={outcome} sign={1} /> },
        { key: "lost", title: t("lost"), render: ({ outcome }) => <Moved outcome={outcome} sign={-1} /> },
        { key: "scores", title: t("scores"), render: ({ outcome }) => <Scores outcome={outcome} /> },
      ]}
    />
  );
}

/** What comes (1) or goes (-1): terms with how often, then facts. */
function Moved({ outcome, sign }: { readonly outcome: ReplayOutcome; readonly sign: 1 | -1 }) {
  const t = useText(lexiconText);
  const words = useWords();
  const terms = outcome.terms.filter(({ before, after }) => sign * (after - before) > 0);
  const facts = outcome.facts.filter(({ change }) => change === (sign === 1 ? "gained" : "lost"));
  if (terms.length + facts.length === 0) return <span className="quiet">—</span>;
  const place = (list: string) => TermList.safeParse(list === "sectors" ? "industries" : list).data;
  return (
    <ul className="small">
      {terms.map(({ list, value, term, slang, before, after }) => (
        <li key={`${list} ${value} ${term} ${slang}`}>{t("times", { term, n: formatNumber(Math.abs(after - before)) })}</li>
      ))}
      {facts.map(({ list, value }) => {
        const known = place(list);
        const what = `${known === undefined ? "" : `${words(LIST_WORDS[known])} · `}${words(wordsOfTermValue(list, value))}`;
        return <li key={`${list} ${value}`}>{t("fact", { what })}</li>;
      })}
    </ul>
  );
}

function Scores({ outcome: { clues } }: { readonly outcome: ReplayOutcome }) {
  const t = useText(lexiconText);
  const words = useWords();
  if (clues.length === 0) return <span className="quiet">—</span>;
  const tell = (score: number | null) => (score === null ? t("noPrompt") : score.toFixed(2));
  return (
    <ul className="small">
      {clues.map(({ track, field, before, after }) => {
        const known = ClueTrack.safeParse(track).data;
        return (
          <li key={`${track} ${field}`}>
            {known === undefined ? track : words(KIND_WORDS[known])} <span className="figure">{`${tell(before)} → ${tell(after)}`}</span>
          </li>
        );
      })}
    </ul>
  );
}
