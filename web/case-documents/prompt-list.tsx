import type { CaseDocumentDetail } from "#case-documents/case-documents.contract.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { PromptCard } from "#web/case-documents/prompt-card.tsx";
import { useText } from "#web/design/text/language.tsx";

/** What the document prompts, with the decision at hand. */
export function PromptList({ detail, folded, onSentence }: Props) {
  const t = useText(documentsText);
  const open = detail.promptList.filter(({ clue }) => clue.status === "prompted").length;
  if (detail.promptList.length === 0) return <p className="quiet small">{t("promptsNone")}</p>;
  return (
    <details className="panel prompt-list" open={!folded} data-testid="prompts">
      <summary>
        <strong>{t("promptsTitle")}</strong> <span className="small">{t("openPrompts", { n: open })}</span>{" "}
        <span className="quiet small">{t("promptsWhy")}</span>
      </summary>
      {detail.promptList.map(({ clue }) => (
        <PromptCard key={clue.id} clue={clue} onSentence={onSentence} />
      ))}
    </details>
  );
}

type Props = { readonly detail: CaseDocumentDetail; readonly folded: boolean; readonly onSentence: (at: number) => void };
