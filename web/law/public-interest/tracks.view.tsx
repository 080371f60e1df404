import type { ReactNode } from "react";
import type { TrackAnswer } from "#public-interest/public-interest.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { OutcomeMark } from "#web/law/outcome-mark.tsx";
import { ElementLine, type FactPlaces } from "#web/law/public-interest/element-line.tsx";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";

const ORDER = [
  ["not-met", "unproved"],
  ["unknown", "open"],
  ["met", "proved"],
] as const;

/** 各条路径 side by side: what is missing first, then what is open, then what is proved; procedure and claims below. */
export function TracksView({ tracks, places }: { readonly tracks: readonly TrackAnswer[]; readonly places: FactPlaces }) {
  const t = useText(publicInterestText);
  return (
    <section className="stack-tight" data-testid="pil-tracks">
      <div className="line between">
        <h2>{t("tracks")}</h2>
        <span className="quiet small">{t("tracksReason")}</span>
      </div>
      <div className="pil-tracks">
        {tracks.map((track) => (
          <Track key={track.id} track={track} places={places} />
        ))}
      </div>
    </section>
  );
}

function Track({ track, places }: { readonly track: TrackAnswer; readonly places: FactPlaces }) {
  const t = useText(publicInterestText);
  const words = useWords();
  const { suit, filing } = track;
  return (
    <article
      className="panel stack-tight"
      data-testid="pil-track"
      data-track={track.id}
      data-suit={suit.outcome}
      data-filing={filing.outcome}
    >
      <h3>{words(track.name)}</h3>
      <div className="line">
        <span>
          {t("filing")} <OutcomeMark outcome={filing.outcome} />
        </span>
        <span>
          {t("suit")} <OutcomeMark outcome={suit.outcome} />
        </span>
      </div>
      {ORDER.map(([outcome, title]) => {
        const elements = suit.elements.filter((element) => element.outcome === outcome);
        return elements.length === 0 ? null : (
          <details key={outcome} className="pil-part" open={outcome !== "met"}>
            <summary className="small">{t(title, { n: elements.length })}</summary>
            <ul className="pil-elements">
              {elements.map((element) => (
                <ElementLine key={element.id} element={element} places={places} withFacts={false} />
              ))}
            </ul>
          </details>
        );
      })}
      <Procedure track={track} />
    </article>
  );
}

function Procedure({ track }: { readonly track: TrackAnswer }) {
  const t = useText(publicInterestText);
  const l = useText(lawText);
  const words = useWords();
  const signs = useSigns();
  const open = (unconfirmed: true | undefined) => (unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null);
  const { preSuit, court, proof, claims, records, decisions, remarks } = track;
  return (
    <details className="pil-part" data-testid="pil-procedure">
      <summary className="small">{t("more")}</summary>
      <dl className="pil-procedure small">
        <Entry title={t("plaintiff")}>{words(track.plaintiff)}</Entry>
        <Entry title={t("target")}>{words(track.target)}</Entry>
        <Entry title={t("whoMaySue")}>{track.whoMaySue.map((one) => words(one)).join("；")}</Entry>
        <Entry title={t("preSuit")}>
          {words(preSuit)} <Cite text={preSuit.cite} />
        </Entry>
        <Entry title={t("court")}>
          {words(court)} <Cite text={court.cite} />
        </Entry>
        <Entry title={t("proof")}>
          {words(proof.filing)} {words(proof.suit)} <Cite text={proof.cite} /> {open(proof.unconfirmed)}
        </Entry>
        {claims.length === 0 ? null : (
          <Entry title={t("claims")}>
            <ul className="notes">
              {claims.map((claim) => (
                <li key={claim.id} data-testid="pil-claim" data-claim={claim.id}>
                  {words(claim.meaning)} {claim.exploratory ? <Mark tone="warn">{t("explore")}</Mark> : open(claim.unconfirmed)}{" "}
                  <Cite text={claim.cite} />
                  {claim.remark === undefined ? null : <span className="quiet pil-block">{words(claim.remark)}</span>}
                </li>
              ))}
            </ul>
          </Entry>
        )}
        {records.length === 0 ? null : (
          <Entry title={t("records")}>
            <ul className="notes">
              {records.map((record) => (
                <li key={record.id}>
                  {words(record.event)} → {words(record.to)}{" "}
                  {record.due === null ? null : <strong className="figure">{t("due", { on: record.due })}</strong>}{" "}
                  <Cite text={record.cite} />
                </li>
              ))}
            </ul>
          </Entry>
        )}
        {decisions.length === 0 ? null : (
          <Entry title={t("decisions")}>
            <ul className="notes">
              {decisions.map((decision) => (
                <li key={decision.id}>
                  {signs.pair(words(decision.what), words(decision.by))} <Cite text={decision.cite} />
                </li>
              ))}
            </ul>
          </Entry>
        )}
        {remarks.length === 0 ? null : (
          <Entry title={t("remarks")}>
            <ul className="notes">
              {remarks.map((remark) => (
                <li key={remark.en}>
                  {words(remark)} <Cite text={remark.cite} /> {open(remark.unconfirmed)}
                </li>
              ))}
            </ul>
          </Entry>
        )}
      </dl>
    </details>
  );
}

function Entry({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Cite({ text }: { readonly text: string }) {
  return <span className="quiet">{text}</span>;
}
