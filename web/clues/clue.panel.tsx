import { tellTitle } from "#clues/tell-title.ts";
import { ClueActs } from "#web/clues/clue-acts.tsx";
import { ClueDetail } from "#web/clues/clue-detail.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { useClue } from "#web/clues/use-clues.ts";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** One clue beside the queue: what may be done to it first, then what it says and where that comes from. */
export function CluePanel({ clueId, act, onAct, onOpen, onClose }: Props) {
  const t = useText(cluesText);
  const words = useWords();
  const clue = useClue(clueId);
  return (
    <SidePanel
      title={clue.data === undefined ? t("title") : words(tellTitle(clue.data.content.title))}
      onClose={onClose}
      testId="clue-panel"
    >
      {clue.isPending ? (
        <Loading lines={8} />
      ) : clue.isError ? (
        <Problem error={clue.error} onRetry={() => clue.refetch()} />
      ) : (
        <>
          <ClueActs clue={clue.data} act={act} onAct={onAct} />
          <ClueDetail clue={clue.data} onOpen={onOpen} />
        </>
      )}
    </SidePanel>
  );
}

type Props = {
  readonly clueId: string;
  readonly act: string | null;
  readonly onAct: (act: string | null) => void;
  readonly onOpen: (clue: string) => void;
  readonly onClose: () => void;
};
