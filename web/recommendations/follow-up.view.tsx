import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";

/** Replies, objection and escalation; nothing where none came. */
export function FollowUpView({ one }: { readonly one: Recommendation }) {
  const t = useText(recommendationsText);
  const words = useWords();
  const { replies, objection, escalations } = one;
  if (replies.length === 0 && objection === null && escalations.length === 0) return null;
  return (
    <section className="panel stack-tight">
      {replies.length === 0 ? null : <h2>{t("replies")}</h2>}
      {replies.map(({ on, document, summary, late }) => (
        <p key={`${on} ${summary}`} className="small" data-testid="recommendation-reply">
          <Day day={on} distance={false} /> {document} {late ? <Mark tone="bad">{t("late")}</Mark> : null}{" "}
          <span className="break">{summary}</span>
        </p>
      ))}
      {objection === null ? null : (
        <div className="stack-tight">
          <h2>{t("objection")}</h2>
          <p className="small">
            <Day day={objection.on} distance={false} /> <span className="break">{objection.grounds}</span>
          </p>
          {objection.decided === null ? (
            <Mark tone="warn">{t("waiting")}</Mark>
          ) : (
            <p className="small">
              <Mark tone="accent">{t(objection.decided.outcome === "withdraw" ? "withdrawOutcome" : objection.decided.outcome)}</Mark>{" "}
              <Day day={objection.decided.on} distance={false} /> {objection.decided.reason}
            </p>
          )}
        </div>
      )}
      {escalations.length === 0 ? null : <h2>{t("escalations")}</h2>}
      {escalations.map(({ way, on, body, reason, failure, cite }) => (
        <p key={`${on} ${way.zh} ${reason}`} className="small">
          <Day day={on} distance={false} /> <strong>{words(way)}</strong> {body}{" "}
          {failure === null ? null : <Mark tone="bad">{words(failure)}</Mark>} {reason} <span className="quiet">{cite}</span>
        </p>
      ))}
    </section>
  );
}
