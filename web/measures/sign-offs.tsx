import type { CustodyDay, CustodySignOff } from "#measures/measures.contract.ts";
import { formatDay, formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useLanguage, useText } from "#web/design/text/language.tsx";
import { measuresText } from "#web/measures/measures.text.ts";

/** Whether today's list, as it stands, is signed: solid with name and time, or that it is not. */
export function SignedToday({ day: { today, hash, signOffs } }: { readonly day: CustodyDay }) {
  const t = useText(measuresText);
  const ofToday = signOffs.find((one) => one.day === today);
  if (ofToday === undefined)
    return (
      <p>
        <Mark tone="unknown">{t("notSigned")}</Mark>
      </p>
    );
  const { signedBy, signedAt, number } = ofToday;
  return (
    <p className="line" data-testid="custody-signed">
      <Mark tone="good">{t("signed")}</Mark>
      <span className="figure">{t("signedBy", { name: signedBy, at: formatMoment(signedAt), n: number })}</span>
      {ofToday.hash === hash ? null : <Mark tone="warn">{t("changedSince")}</Mark>}
    </p>
  );
}

/** The sign-offs of the last days, each with what was explained. */
export function PastSignOffs({ signOffs }: { readonly signOffs: readonly CustodySignOff[] }) {
  const t = useText(measuresText);
  const { language } = useLanguage();
  if (signOffs.length === 0) return null;
  return (
    <section className="panel stack-tight" data-testid="custody-past">
      <h2>{t("past")}</h2>
      <ul className="deadline-list">
        {signOffs.map(({ day, number, signedBy, signedAt, entries, inForce, hash }) => (
          <li key={`${day} ${number}`} className="stack-tight">
            <div className="line">
              <strong className="figure nowrap">{formatDay(day, language)}</strong>
              <span className="figure">{t("signedBy", { name: signedBy, at: formatMoment(signedAt), n: number })}</span>
              <span className="quiet">{t("pastEntries", { n: entries.length, m: inForce })}</span>
              <span className="mono quiet small">{hash.slice(0, 8)}</span>
            </div>
            {entries.map(({ key, kind, caseNumber, explanation }) => (
              <p key={key} className="small">
                {caseNumber} · {t(kind)} · {explanation}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
