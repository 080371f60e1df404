import { useNavigate } from "react-router";
import { failureOf, isRefusal } from "#web/app/request.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { PromptCard } from "#web/case-documents/prompt-card.tsx";
import { useClue, useClues } from "#web/clues/use-clues.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";
import "#web/case-documents/documents.css";

/** 线索提示 on the overview of a case: what documents prompted and nobody has decided. Nothing where there is none. */
export function CasePromptsPanel({ caseId }: { readonly caseId: string }) {
  const t = useText(documentsText);
  const prompts = useClues({ caseId, status: "prompted", size: "20" });
  // Whoever may not see the queue of clues is not told of it; what could not be read is, or a prompt that waits looks like none.
  if (prompts.isPending || (prompts.isError && isRefusal(failureOf(prompts.error)))) return null;
  if (prompts.isError)
    return (
      <section className="panel" aria-label={t("promptsTitle")}>
        <h2>{t("promptsTitle")}</h2>
        <Problem error={prompts.error} onRetry={() => prompts.refetch()} />
      </section>
    );
  if (prompts.data.items.length === 0) return null;
  return (
    <section className="panel stack-tight" data-testid="case-prompts">
      <div className="line between">
        <h2>{t("promptsTitle")}</h2>
        <span className="quiet small">{t("promptsWhy")}</span>
      </div>
      {prompts.data.items.map(({ id }) => (
        <OnePrompt key={id} clueId={id} caseId={caseId} />
      ))}
    </section>
  );
}

function OnePrompt({ clueId, caseId }: { readonly clueId: string; readonly caseId: string }) {
  const clue = useClue(clueId);
  const navigate = useNavigate();
  if (clue.isPending) return <Loading lines={2} />;
  if (clue.isError) return <Problem error={clue.error} onRetry={() => clue.refetch()} />;
  const { origin } = clue.data;
  return (
    <PromptCard
      clue={clue.data}
      onSentence={(at) => {
        if (origin.kind === "document") void navigate(`/cases/${caseId}/case-documents?document=${origin.documentId}&at=${at}`);
      }}
    />
  );
}
