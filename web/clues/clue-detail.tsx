import { Button } from "antd";
import { Link } from "react-router";
import type { Clue } from "#clues/clues.contract.ts";
import { tellTitle } from "#clues/tell-title.ts";
import { ClueReasons } from "#web/clues/clue-reasons.tsx";
import { ClueStatusMark } from "#web/clues/clue-status.tsx";
import { KIND_WORDS, wordsOfField, wordsOfIndustry } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { InsiderExplained } from "#web/clues/insider-explained.tsx";
import { tellSummary } from "#web/clues/tell-summary.ts";
import { CrossCheckSection } from "#web/cross-checks/cross-check.section.tsx";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ClueLikeness } from "#web/library/clue-likeness.tsx";
import { ClueTransfers } from "#web/transfers/clue-transfers.tsx";

/** What a clue says, what it rests on, where it came from and what was done to it. */
export function ClueDetail({ clue, onOpen }: { readonly clue: Clue; readonly onOpen: (id: string) => void }) {
  const t = useText(cluesText);
  const words = useWords();
  const { content } = clue;
  return (
    <>
      <dl className="facts">
        <dt>{t("status")}</dt>
        <dd className="line">
          <ClueStatusMark status={clue.status} />
          {content.insider ? <Mark tone="warn">{t("insiderMark")}</Mark> : null}
          {clue.status === "prompted" ? <span className="quiet small">{t("prompt")}</span> : null}
        </dd>
        <dt>{t("field")}</dt>
        <dd>
          {words(wordsOfField(content.field))}
          {content.industry === null ? null : <span className="quiet"> · {words(wordsOfIndustry(content.industry))}</span>}
        </dd>
        <dt>{t("tracks")}</dt>
        <dd className="line">
          {content.tracks.length === 0 ? <span className="quiet">—</span> : null}
          {content.tracks.map((track) => (
            <span key={track} className="clue-suggested">
              <Mark>{words(KIND_WORDS[track])}</Mark>
            </span>
          ))}
          {content.tracks.length === 0 ? null : <span className="quiet small">{t("suggestion")}</span>}
        </dd>
        <dt>{t("office")}</dt>
        <dd>{words(clue.office.name)}</dd>
        <dt>{t("case")}</dt>
        <dd>
          {clue.case === null ? (
            <span className="quiet">{t("noCase")}</span>
          ) : (
            <Link to={`/cases/${clue.case.id}`}>{clue.case.number}</Link>
          )}
          {clue.procedures.length === 0 || clue.case === null ? null : (
            <>
              {" · "}
              <Link to={`/cases/${clue.case.id}/procedures`} data-testid="clue-tracks">
                {t("trackOpened", { n: clue.procedures.length })}
              </Link>
            </>
          )}
        </dd>
        <dt>{t("origin")}</dt>
        <dd>
          <Origin clue={clue} onOpen={onOpen} />
        </dd>
        {clue.mergedInto === null ? null : (
          <>
            <dt>{t("mergedInto")}</dt>
            <dd>
              <Kin clue={clue.mergedInto} onOpen={onOpen} />
            </dd>
          </>
        )}
      </dl>
      <section>
        <h3>{t("summary")}</h3>
        <p className={content.summary === "" ? "quiet" : "break clue-summary"}>
          {content.summary === "" ? t("noSummary") : words(tellSummary(content.summary))}
        </p>
      </section>
      <Sentences clue={clue} />
      <InsiderExplained basis={content.insiderBasis} />
      <ClueReasons content={content} />
      <ClueLikeness clueId={clue.id} onOpen={onOpen} />
      <CrossCheckSection clueId={clue.id} version={clue.version} onOpen={onOpen} />
      <KinList title={t("merged")} clues={clue.merged} onOpen={onOpen} />
      <KinList title={t("parts")} clues={clue.parts} onOpen={onOpen} />
      <ClueTransfers clueId={clue.id} />
      <section>
        <h3>{t("history")}</h3>
        <ol className="timeline" data-testid="clue-history">
          {clue.history.map(({ version, at, by, sentence }) => (
            <li key={version}>
              <span className="figure quiet">{formatMoment(at)}</span> {by} {words(sentence)}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Sentences({ clue }: { readonly clue: Clue }) {
  const t = useText(cluesText);
  const words = useWords();
  // One sentence that several rules rest on is told once, with every place in it.
  const sentences = [...Map.groupBy(clue.content.sentences, ({ documentId, text }) => `${documentId} ${text}`).values()];
  return (
    <section>
      <h3>{t("sentences")}</h3>
      {sentences.length === 0 ? <p className="quiet">{t("noSentences")}</p> : null}
      <ul className="stack-tight">
        {sentences.flatMap(([one, ...same]) =>
          one === undefined ? (
            []
          ) : (
            <li key={`${one.documentId}-${one.from}-${one.to}-${one.term}`} className="clue-sentence">
              <p className="break">{one.text}</p>
              <p className="quiet small">
                {one.document === null ? null : `${one.document} · `}
                {[...new Set([one, ...same].map(({ from, to }) => t("place", { from: from + 1, to })))].join(words({ zh: "、", en: ", " }))}
                {one.documentId === null || clue.case === null ? null : (
                  <>
                    {" · "}
                    <Link to={placeIn(clue.case.id, one.documentId, one.from)} data-testid="clue-sentence-open">
                      {t("openPlace")}
                    </Link>
                  </>
                )}
              </p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function Origin({ clue, onOpen }: { readonly clue: Clue; readonly onOpen: (id: string) => void }) {
  const t = useText(cluesText);
  const { origin } = clue;
  if (origin.kind === "hand") return t("originHand", { source: origin.source });
  if (origin.kind === "document" && clue.case !== null)
    return <Link to={placeIn(clue.case.id, origin.documentId, 0)}>{t("originDocument", { name: origin.name })}</Link>;
  if (origin.kind === "document") return t("originDocument", { name: origin.name });
  if (origin.kind === "bundle") return t("originBundle", { office: origin.office });
  return <Kin clue={{ id: origin.clueId, title: t("originSplit") }} onOpen={onOpen} />;
}

function KinList({ title, clues, onOpen }: { readonly title: string; readonly clues: readonly KinClue[]; readonly onOpen: Open }) {
  return clues.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {clues.map((one) => (
          <li key={one.id} className="line">
            <Kin clue={one} onOpen={onOpen} />
            {one.status === undefined ? null : <ClueStatusMark status={one.status} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kin({ clue, onOpen }: { readonly clue: KinClue; readonly onOpen: Open }) {
  const words = useWords();
  return (
    <Button type="link" className="link-cell" onClick={() => onOpen(clue.id)}>
      {words(tellTitle(clue.title))}
    </Button>
  );
}

/** The reader at a place of a document of the case. */
function placeIn(caseId: string, document: string, at: number): string {
  return `/cases/${caseId}/case-documents?${new URLSearchParams({ document, at: String(at) })}`;
}

type Open = (id: string) => void;
type KinClue = { readonly id: string; readonly title: string; readonly status?: Clue["status"] };
