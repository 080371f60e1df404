import { useEffect, useState } from "react";
import type { CaseDocumentDetail, DocumentFact, FactKind } from "#case-documents/case-documents.contract.ts";
import type { Speaker } from "#reading/reading.contract.ts";
import { DOCUMENT_KIND_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { FactFilter } from "#web/case-documents/fact-filter.tsx";
import { pageOf } from "#web/case-documents/mark-text.ts";
import { PagesView } from "#web/case-documents/pages.view.tsx";
import { PromptList } from "#web/case-documents/prompt-list.tsx";
import { ReadingFacts } from "#web/case-documents/reading-facts.tsx";
import { ReadingState } from "#web/case-documents/reading-state.tsx";
import { PAGES_AT_ONCE, usePages } from "#web/case-documents/use-documents.ts";
import { useFactKeys } from "#web/case-documents/use-fact-keys.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** A place the other document, or the comparison, leads to; another turn is another press. */
export type Jump = { readonly at: number; readonly key: string; readonly turn: number };

/** One document: how it was read, what it prompts, its text with the facts beside it. */
export function DocumentPane({ detail, keys, at, narrow, jump = null, onFact }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  return (
    <section className="stack reader-pane" aria-label={detail.name} data-testid="document-pane">
      <div className="panel stack-tight">
        <div className="line between">
          <h2 className="break">
            {detail.name} <span className="quiet small">{words(DOCUMENT_KIND_WORDS[detail.kind])}</span>
          </h2>
          <ReadingState document={detail} mayRead={detail.can.read} />
        </div>
        {detail.part === null ? null : (
          <p className="quiet small break">
            {t(detail.part.isLine ? "partLine" : "partFile", { of: detail.part.of, n: formatNumber(detail.part.number) })}
          </p>
        )}
        {detail.read === null ? null : <ReadingFacts read={detail.read} />}
      </div>
      {detail.read === null ? (
        <Empty
          title={t(detail.reading.status === "failed" ? "notRead" : detail.reading.status === "cancelled" ? "cancelled" : "step_waiting")}
        />
      ) : (
        <ReadDocument
          key={detail.read.readingId}
          detail={detail}
          read={detail.read}
          keys={keys}
          at={at}
          narrow={narrow}
          jump={jump}
          onFact={onFact}
        />
      )}
    </section>
  );
}

function ReadDocument({
  detail,
  read,
  keys,
  at,
  narrow,
  jump,
  onFact,
}: Props & { readonly read: NonNullable<CaseDocumentDetail["read"]> }) {
  const t = useText(documentsText);
  const [kinds, setKinds] = useState<ReadonlySet<FactKind>>(new Set());
  const [speakers, setSpeakers] = useState<ReadonlySet<Speaker>>(new Set());
  const [chosen, setChosen] = useState<{ readonly key: string | null; readonly at: number } | null>(at === null ? null : { key: null, at });
  const [block, setBlock] = useState(() => blockOf(read.begins, at ?? 0));
  const facts = detail.factList.filter(
    ({ kind, places }) =>
      (kinds.size === 0 || kinds.has(kind)) && (speakers.size === 0 || places.some(({ speaker }) => speakers.has(speaker))),
  );
  const pages = usePages(detail.id, read.readingId, block * PAGES_AT_ONCE + 1);
  const go = (place: number, key: string | null) => {
    setBlock(blockOf(read.begins, place));
    setChosen({ key, at: place });
  };
  const choose = (fact: DocumentFact | null, place = 0) => {
    onFact?.(fact);
    if (fact === null) setChosen(null);
    else go(fact.places[place]?.from ?? 0, fact.key);
  };
  useEffect(() => {
    if (!jump) return;
    // a filter must not hide what somebody asked for
    setKinds(new Set());
    setSpeakers(new Set());
    setBlock(blockOf(read.begins, jump.at));
    setChosen({ key: jump.key, at: jump.at });
  }, [jump, read.begins]);
  useFactKeys(keys, facts, chosen?.key ?? null, choose);
  return (
    <>
      <PromptList detail={detail} folded={narrow} onSentence={(place) => go(place, null)} />
      <FactFilter facts={detail.factList} kinds={kinds} speakers={speakers} onKinds={setKinds} onSpeakers={setSpeakers} keys={keys} />
      {detail.factList.length === 0 ? <p className="quiet">{t("noFacts")}</p> : null}
      {pages.isPending ? (
        <Loading lines={10} />
      ) : pages.isError ? (
        <Problem error={pages.error} onRetry={() => pages.refetch()} />
      ) : (
        <PagesView
          detail={detail}
          read={read}
          pages={pages.data}
          block={block}
          facts={facts}
          chosen={chosen}
          narrow={narrow}
          onBlock={setBlock}
          onChoose={choose}
        />
      )}
    </>
  );
}

function blockOf(begins: readonly number[], at: number): number {
  return Math.floor((pageOf(begins, at) - 1) / PAGES_AT_ONCE);
}

type Props = {
  readonly detail: CaseDocumentDetail;
  readonly keys: boolean;
  readonly at: number | null;
  readonly narrow: boolean;
  readonly jump?: Jump | null;
  /** hears which fact is chosen here */
  readonly onFact?: ((fact: DocumentFact | null) => void) | undefined;
};
