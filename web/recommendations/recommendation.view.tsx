import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { TypesFile } from "#recommendations/recommendation-types.contract.ts";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ActsPanel } from "#web/recommendations/acts.panel.tsx";
import { DocumentView } from "#web/recommendations/document.view.tsx";
import { DraftForm } from "#web/recommendations/draft-form.tsx";
import { EffectDial } from "#web/recommendations/effect-dial.tsx";
import { FollowUpView } from "#web/recommendations/follow-up.view.tsx";
import { MeasuresView } from "#web/recommendations/measures.view.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";
import { STATUS_TONES } from "#web/recommendations/status-tones.ts";
import { TrackNext, useTrackOf } from "#web/recommendations/track-link.tsx";
import { useRecommendation } from "#web/recommendations/use-recommendations.ts";

type Props = { readonly caseId: string; readonly id: string; readonly types: TypesFile; readonly onBack: () => void };

/** One recommendation: how it stands, what it asks for and whether it was done, what may be done next, the document, the history. */
export function RecommendationView({ caseId, id, types, onBack }: Props) {
  const t = useText(recommendationsText);
  const found = useRecommendation(id);
  const [revising, setRevising] = useState(false);
  if (found.isPending) return <Loading lines={8} />;
  if (found.isError) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  const one = found.data;
  const end = () => setRevising(false);
  if (revising) return <DraftForm caseId={caseId} types={types} current={one} onDone={end} onCancel={end} />;
  return (
    <div className="stack" data-testid="recommendation">
      <div className="line between no-print">
        <Button type="link" className="link-button" onClick={onBack}>
          ← {t("back")}
        </Button>
        <Button onClick={() => window.print()}>{t("print")}</Button>
      </div>
      <Head one={one} types={types} />
      <ActsPanel caseId={caseId} one={one} types={types} onRevise={() => setRevising(true)} />
      <TrackNext one={one} />
      <MeasuresView caseId={caseId} one={one} />
      <FollowUpView one={one} />
      <DocumentView one={one} />
    </div>
  );
}

function Head({ one, types }: { readonly one: Recommendation; readonly types: TypesFile }) {
  const t = useText(recommendationsText);
  const words = useWords();
  const type = types.types.find(({ id }) => id === one.type.id);
  const track = useTrackOf(one);
  const route = types.routes.find(({ relation }) => relation === one.content.addressee.relation);
  return (
    <section className="panel stack-tight">
      <div className="line">
        <h2>{one.title}</h2>
        <Mark tone={STATUS_TONES[one.status]} testId="recommendation-status">
          {t(one.status)}
        </Mark>
        {one.filed === null ? null : <span className="quiet small">{t("filed", { on: one.filed })}</span>}
      </div>
      <div className="recommendation-head">
        <dl className="facts">
          <dt>{t("type")}</dt>
          <dd>
            {words(one.type.name)} {one.number === null ? "" : `· ${one.number}`}
          </dd>
          <dt>{t("addressee")}</dt>
          <dd>
            {one.addressee === "" ? "—" : one.addressee}
            {route === undefined ? null : <span className="quiet small"> {words(route.name)}</span>}
          </dd>
          {track === null ? null : (
            <>
              <dt>{t("track")}</dt>
              <dd>
                <Link to={track.address} data-testid="recommendation-track">
                  {words(track.kindName)}
                </Link>{" "}
                <span className="quiet small">{words(track.state.name)}</span>
              </dd>
            </>
          )}
          {one.replyDue === null ? null : (
            <>
              <dt>{t("replyDue")}</dt>
              <dd>
                <Day day={one.replyDue} distance={one.repliedOn === null} />{" "}
                {one.replySuspended ? <Mark tone="unknown">{t("suspended")}</Mark> : null}
              </dd>
            </>
          )}
          {one.nextRecheck === null ? null : (
            <>
              <dt>{t("nextRecheck")}</dt>
              <dd>
                <Day day={one.nextRecheck} />
              </dd>
            </>
          )}
          {type === undefined ? null : (
            <>
              <dt>{t("consequence")}</dt>
              <dd className="small">{words(type.consequence)}</dd>
            </>
          )}
        </dl>
        <div className="stack-tight">
          <EffectDial effect={one.effect} />
          {one.status === "drafting" || one.status === "approved" ? null : (
            <p className="quiet small" data-testid="replied-figure">
              {one.repliedOn === null ? t("notReplied") : t("replied", { n: one.effect.replies, on: one.repliedOn })}
            </p>
          )}
        </div>
      </div>
      {one.status !== "drafting" || one.missing.length === 0 ? null : (
        <div data-testid="recommendation-missing">
          <strong className="warn">{t("missing")}</strong>
          <ul className="small">
            {one.missing.map((item) => (
              <li key={item.zh}>· {words(item)}</li>
            ))}
          </ul>
        </div>
      )}
      {one.open.length === 0 || one.status === "issued" || one.status === "closed" || one.status === "withdrawn" ? null : (
        <div>
          <strong className="warn">{t("open")}</strong>
          <ul className="small">
            {one.open.map((item) => (
              <li key={item.zh}>· {words(item)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
