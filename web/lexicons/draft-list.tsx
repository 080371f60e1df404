import { Button } from "antd";
import type { DraftChange, OfficeLexicon } from "#lexicons/lexicons.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { tellChange } from "#web/lexicons/lexicon-words.text.ts";
import { useChangeLexicon } from "#web/lexicons/use-lexicon.ts";

/** Changes nobody has published yet, dashed, each with who, when and why, and the button to take one's own back. */
export function DraftList({ lexicon, changes }: { readonly lexicon: OfficeLexicon; readonly changes: readonly DraftChange[] }) {
  const t = useText(lexiconText);
  const words = useWords();
  const withdraw = useChangeLexicon("withdrawals");
  return (
    <>
      <ul className="stack-tight">
        {changes.map(({ proposal, change, author, at, reason, misfit }) => (
          <li key={proposal} className="lexicon-change lexicon-dashed" data-testid="draft-change">
            <div className="line between">
              <strong className="break">{words(tellChange(change))}</strong>
              {lexicon.can.propose ? (
                <Button
                  size="small"
                  loading={withdraw.isPending && withdraw.variables.proposal === proposal}
                  onClick={() => withdraw.mutate({ expectedRevision: lexicon.revision, proposal })}
                  data-testid="withdraw"
                >
                  {t("withdraw")}
                </Button>
              ) : null}
            </div>
            <p className="break">{reason}</p>
            <p className="quiet small">
              {author} {formatMoment(at)}
            </p>
            {misfit === null ? null : <p className="bad small">{t("misfit", { why: words(misfit) })}</p>}
          </li>
        ))}
      </ul>
      <InlineProblem error={withdraw.error} />
    </>
  );
}
