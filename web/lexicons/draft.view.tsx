import { Button } from "antd";
import { useState } from "react";
import type { OfficeLexicon, Replay } from "#lexicons/lexicons.contract.ts";
import { isMoving } from "#web/app/use-progress.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Empty, InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DraftList } from "#web/lexicons/draft-list.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { ReplayPanel } from "#web/lexicons/replay.panel.tsx";
import { useChangeLexicon } from "#web/lexicons/use-lexicon.ts";

/** What waits to be published, whether it was tried on old documents, and the way to publish it. */
export function DraftView({ lexicon }: { readonly lexicon: OfficeLexicon }) {
  const t = useText(lexiconText);
  const { draft } = lexicon;
  return (
    <div className="lexicon-board">
      <div className="stack">
        {draft.length === 0 ? (
          <Empty title={t("noDraft")} testId="no-draft">
            <p className="quiet">{t("noDraftBody")}</p>
          </Empty>
        ) : (
          <>
            <h2>{t("draftMany", { n: formatNumber(draft.length) })}</h2>
            <DraftList lexicon={lexicon} changes={draft} />
            <WhoMayPublish lexicon={lexicon} />
            <Publish lexicon={lexicon} />
          </>
        )}
      </div>
      <ReplayPanel lexicon={lexicon} />
    </div>
  );
}

/** Before anybody presses the button: who had a part in the draft, and who is left to publish it. */
function WhoMayPublish({ lexicon: { contributors, publishers } }: { readonly lexicon: OfficeLexicon }) {
  const t = useText(lexiconText);
  const tell = ({ name, proposed, withdrawn }: OfficeLexicon["contributors"][number]) => {
    const did = [
      ...(proposed > 0 ? [t("didPropose", { n: proposed })] : []),
      ...(withdrawn > 0 ? [t("didWithdraw", { n: withdrawn })] : []),
    ];
    return t("contributor", { name, did: did.join(t("and")) });
  };
  return (
    <section className="stack-tight" aria-label={t("fourEyes")}>
      <h3>{t("fourEyes")}</h3>
      <p className="quiet small">{t("fourEyesWhy")}</p>
      <dl className="facts">
        <dt>{t("contributors")}</dt>
        <dd className="break" data-testid="draft-contributors">
          {contributors.map(tell).join(t("and"))}
        </dd>
        <dt>{t("publishers")}</dt>
        <dd className="break" data-testid="draft-publishers">
          {publishers.length === 0 ? <span className="warn">{t("noPublisher")}</span> : publishers.map(({ name }) => name).join(t("and"))}
        </dd>
      </dl>
    </section>
  );
}

function Publish({ lexicon }: { readonly lexicon: OfficeLexicon }) {
  const t = useText(lexiconText);
  const words = useWords();
  const publish = useChangeLexicon("versions");
  const [note, setNote] = useState("");
  const { can, replay, version, revision } = lexicon;
  const state = stateOf(replay);
  return (
    <form
      className="stack-tight lexicon-publish"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate({ expectedRevision: revision, note: note.trim() });
      }}
    >
      <h3>{t("publishTitle", { n: version + 1 })}</h3>
      <p className="quiet small">{t("publishWhy")}</p>
      <p className={state === "replayCurrent" ? "good" : "warn"} data-testid="replay-state" data-state={state}>
        {t(state, { changed: formatNumber(replay?.totals?.changed ?? 0) })}
      </p>
      <Labelled label={t("note")}>
        <input
          className="field"
          value={note}
          maxLength={400}
          onChange={(event) => setNote(event.target.value)}
          data-testid="publish-note"
        />
      </Labelled>
      {can.whyNot === null ? null : (
        <p className="small warn break" data-testid="publish-why-not">
          {words(can.whyNot)}
        </p>
      )}
      <InlineProblem error={publish.error} />
      <div>
        <Button type="primary" htmlType="submit" disabled={!can.publish} loading={publish.isPending} data-testid="publish">
          {t("publish")}
        </Button>
      </div>
    </form>
  );
}

function stateOf(replay: Replay | null) {
  if (replay === null) return "replayNever";
  if (!replay.current) return "replayChanged";
  if (isMoving(replay.status)) return "replayMoving";
  return replay.status === "done" ? "replayCurrent" : "replayStopped";
}
