import type { NoticeAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { scaleNotice } from "#web/law/public-interest/notice-scale.ts";
import { publicInterestText } from "#web/law/public-interest/public-interest.text.ts";

const TONES = {
  "in-time": "good",
  "same-day": "warn",
  "too-late": "bad",
  "can-start": "accent",
  missed: "bad",
  "notice-unknown": "unknown",
  unknown: "unknown",
} as const satisfies Record<NoticeAnswer["verdict"], Tone>;
const SIGNS = { good: "✓", warn: "!", bad: "×", accent: "→", unknown: "?" } as const;
const MARKS = { today: "today", latest: "latest", prosecution: "prosecution" } as const;

/** 公告与起诉日 the finding in words, both tracks on one line of time with the latest safe start, the same days as a table, the way out. */
export function NoticeView({
  notice,
  facts,
  asOf,
}: {
  readonly notice: NoticeAnswer;
  readonly facts: PublicInterestFacts;
  readonly asOf: string;
}) {
  const t = useText(publicInterestText);
  const words = useWords();
  const { language } = useLanguage();
  const { verdict, latestSafeStart, daysLeft } = notice;
  const tone = TONES[verdict];
  return (
    <section className="panel stack-tight" data-testid="pil-notice" data-verdict={verdict}>
      <h2>{t("notice")}</h2>
      <p>
        <Mark tone={tone}>
          <span aria-hidden="true">{SIGNS[tone]}</span> {t("draft")}
        </Mark>{" "}
        {words(notice.says)}
      </p>
      {latestSafeStart === null ? null : (
        <p className="period-due" data-testid="pil-latest">
          <span className="quiet">{t("latest")} </span>
          <strong className="figure">{formatDay(latestSafeStart, language)}</strong>{" "}
          {daysLeft === null || verdict === "in-time" ? null : (
            <span className={daysLeft < 0 ? "pil-over" : "quiet"}>
              {daysLeft < 0 ? t("daysOver", { n: -daysLeft }) : daysLeft === 0 ? t("today") : t("daysLeft", { n: daysLeft })}
            </span>
          )}
        </p>
      )}
      <TimeLine notice={notice} facts={facts} asOf={asOf} />
      <Days notice={notice} facts={facts} />
      {notice.warnings.map((warning) => (
        <p key={warning.en} className="law-warning small">
          {words(warning)}
        </p>
      ))}
      {notice.notes.map((note) => (
        <p key={note.en} className="quiet small">
          {words(note)}
        </p>
      ))}
      {notice.fallback.length === 0 ? null : <Fallback notice={notice} />}
      <p className="quiet small">{[...new Set([...notice.cite, ...(notice.prosecution?.cite ?? [])])].join("；")}</p>
    </section>
  );
}

function Fallback({ notice }: { readonly notice: NoticeAnswer }) {
  const t = useText(publicInterestText);
  const l = useText(lawText);
  const words = useWords();
  return (
    <div className="stack-tight" data-testid="pil-fallback">
      <h3>{t("fallback")}</h3>
      <ol className="law-steps">
        {notice.fallback.map((step) => (
          <li key={step.en}>
            {words(step)} <span className="quiet small">{step.cite}</span>{" "}
            {step.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function TimeLine({ notice, facts, asOf }: { readonly notice: NoticeAnswer; readonly facts: PublicInterestFacts; readonly asOf: string }) {
  const t = useText(publicInterestText);
  const { language } = useLanguage();
  const scale = scaleNotice(notice, facts, asOf);
  if (scale === null) return null;
  const { bars, marks, ticks, place } = scale;
  return (
    <figure className="pil-line" data-testid="pil-line" aria-hidden="true">
      <div className="gantt-axis quiet small figure">
        {ticks.map((day) => (
          <span key={day} style={{ left: `${place(day)}%` }}>
            {day.slice(0, 7)}
          </span>
        ))}
      </div>
      <div className="pil-frame">
        {marks.map(({ id, day }) => (
          <span key={id} className={`pil-mark pil-mark-${id}`} style={{ left: `${place(day)}%` }} />
        ))}
        <ul className="gantt">
          {bars.map(({ track, from, to }) => (
            <li key={track}>
              <div className="line between small pil-label">
                <span>{t(track)}</span>
                <span className="figure quiet">{from === to ? to : `${from} – ${to}`}</span>
              </div>
              <div className="gantt-line">
                <span
                  className={track === "latestTrack" ? "gantt-most" : track === "noticeTrack" ? "pil-bar-notice" : "gantt-bar"}
                  style={{ left: `${place(from)}%`, width: `${Math.max(0.8, place(to) - place(from))}%` }}
                />
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className="line small">
        {marks.map(({ id, day }) => (
          <span key={id} className="line pil-key">
            <span className={`pil-key-mark pil-mark-${id}`} /> {t(MARKS[id])} <span className="figure">{formatDay(day, language)}</span>
          </span>
        ))}
      </div>
    </figure>
  );
}

/** The same days as a table. */
function Days({ notice, facts }: { readonly notice: NoticeAnswer; readonly facts: PublicInterestFacts }) {
  const t = useText(publicInterestText);
  const { language } = useLanguage();
  const { prosecution, published } = notice;
  const rows: (readonly [string, string | null | undefined])[] = [
    [t("received"), facts.reviewReceivedOn],
    [prosecution?.because === "planned" ? t("prosecutionPlanned") : t("prosecution"), prosecution?.on],
    [t("limit"), prosecution?.because === "planned" ? prosecution.limit : null],
    [t("limitIfExtended"), prosecution?.limitIfExtended],
    [published?.planned ? t("planned") : t("published"), published?.on],
    [t("ends"), published?.ends],
    [t("latest"), notice.latestSafeStart],
    [t("latestIfExtended"), notice.latestSafeStartIfExtended],
    [t("sameDay"), notice.latestSameDayStart === notice.latestSafeStart ? null : notice.latestSameDayStart],
  ];
  const known = rows.flatMap(([name, day]) => (day === null || day === undefined ? [] : [{ name, day }]));
  if (known.length === 0) return null;
  return (
    <table className="pil-days small" data-testid="pil-days">
      <thead>
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("day")}</th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ name, day }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="figure">{formatDay(day, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
