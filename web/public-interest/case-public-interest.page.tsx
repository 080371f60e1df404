import type { CaseDetail } from "#cases/cases.contract.ts";
import { useCaseDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { showFact } from "#web/law/public-interest/fact-values.ts";
import { PublicInterestBoard } from "#web/law/public-interest/public-interest.board.tsx";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";
import { usePublicInterestQuestions } from "#web/law/public-interest/use-public-interest.ts";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { useGroups } from "#web/ledgers/use-groups.ts";
import { casePublicInterestText } from "#web/public-interest/case-public-interest.text.ts";
import { beginForm, factsOfCase, type KnownFact } from "#web/public-interest/facts-of-case.ts";

/** 公益诉讼 of a case: the same board, beginning with what the last count and the clocks know. Nothing is written back. */
export function CasePublicInterestPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(casePublicInterestText);
  const counts = useCounts({ caseId: detail.id });
  const deadlines = useCaseDeadlines(detail.id);
  const [last] = (counts.data?.items ?? [])
    .filter(({ status }) => status === "done")
    .toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  const groups = useGroups(last?.id ?? null);
  if (counts.isPending || deadlines.isPending || (last !== undefined && groups.isPending)) return <Loading lines={8} />;
  if (counts.isError) return <Problem error={counts.error} onRetry={() => counts.refetch()} />;
  if (deadlines.isError) return <Problem error={deadlines.error} onRetry={() => deadlines.refetch()} />;
  const known = factsOfCase(detail, groups.data ?? null, deadlines.data.items);
  return (
    <div className="stack">
      {groups.isError ? <p className="law-warning small">{t("groupsRefused")}</p> : null}
      <PublicInterestBoard
        draftKey={`draft-public-interest-${detail.id}`}
        initial={beginForm(known)}
        known={<KnownFacts known={known} />}
      />
    </div>
  );
}

/** Each fact the case knows with where it comes from, as a suggestion. */
function KnownFacts({ known }: { readonly known: readonly KnownFact[] }) {
  const t = useText(casePublicInterestText);
  const p = useText(publicInterestText);
  const words = useWords();
  const { language } = useLanguage();
  const questions = usePublicInterestQuestions().data?.sections.flatMap(({ facts }) => facts) ?? [];
  return (
    <section className="pil-known stack-tight" aria-label={t("known")} data-testid="pil-known">
      <div className="line">
        <Mark>{p("draft")}</Mark>
        <strong>{t("known")}</strong>
      </div>
      <p className="quiet small">{known.length === 0 ? t("nothingKnown") : t("knownReason")}</p>
      <ul className="small">
        {known.map(({ name, value, source }) => {
          const question = questions.find(({ id }) => id === name);
          return (
            <li key={name} data-fact={name}>
              {question === undefined ? name : words(question.ask)}
              {language === "zh" ? "：" : ": "}
              <strong>{showFact({ [name]: value }, question, language).text}</strong>{" "}
              <span className="quiet">{t("from", { source: words(source) })}</span>
            </li>
          );
        })}
      </ul>
      {known.some(({ name }) => name === "reviewReceivedOn" || name === "plannedProsecutionOn") ? null : (
        <p className="law-warning small">{t("noClock")}</p>
      )}
    </section>
  );
}
