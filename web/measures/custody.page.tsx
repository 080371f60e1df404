import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { CustodyDay } from "#measures/measures.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { measuresText } from "#web/measures/measures.text.ts";
import { PastSignOffs, SignedToday } from "#web/measures/sign-offs.tsx";
import { useCustody, useSignOff } from "#web/measures/use-measures.ts";
import "#web/deadlines/deadlines.css";
import "#web/design/field/field.css";

/** 在押核对 the day's list of an office: what disagrees, why, what to do; explained and signed off, or settled. Prints on paper. */
export function CustodyPage() {
  const t = useText(measuresText);
  const d = useText(deadlinesText);
  const { language } = useLanguage();
  useWhere([{ label: d("title"), to: "/deadlines" }, { label: t("custody") }]);
  const custody = useCustody();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  if (custody.isPending) return <Loading lines={8} />;
  if (custody.isError) return <Problem error={custody.error} onRetry={() => custody.refetch()} />;
  const { today, scope, inForce, entries, signOffs } = custody.data;
  return (
    <div className="stack" data-testid="custody">
      <div className="line between">
        <h1>{t("custody")}</h1>
        <Button size="small" className="no-print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      </div>
      <p className="quiet small">{scope === "office" ? t("custodyWhy") : t("mine")}</p>
      <p className="figure" data-testid="custody-counted">
        {t("counted", { day: formatDay(today, language), n: inForce, open: entries.length })}
      </p>
      {scope === "office" ? <SignedToday day={custody.data} /> : null}
      {entries.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t(inForce === 0 ? "noneInForce" : "agrees")} testId="custody-empty">
            {inForce === 0 ? <p>{t("noneInForceWhy")}</p> : null}
          </Empty>
        </section>
      ) : (
        <ul className="stack-tight">
          {entries.map((entry) => (
            <EntryCard
              key={entry.key}
              entry={entry}
              explanation={scope === "office" ? (typed[entry.key] ?? "") : null}
              onExplain={(text) => setTyped({ ...typed, [entry.key]: text })}
            />
          ))}
        </ul>
      )}
      {scope === "office" ? <Signature day={custody.data} typed={typed} /> : null}
      <PastSignOffs signOffs={signOffs} />
    </div>
  );
}

function EntryCard({ entry, explanation, onExplain }: CardProps) {
  const t = useText(measuresText);
  const words = useWords();
  const { language } = useLanguage();
  const { kind, person, caseId, caseNumber, caseTitle, day, why, next, cite, explainedBefore } = entry;
  const grave = kind === "limit-passed" || kind === "ended-while-clock-runs" || kind === "clock-without-measure";
  return (
    <li className={`panel deadline-block stack-tight ${grave ? "deadline-over" : "deadline-soon"}`} data-testid="custody-entry">
      <div className="line">
        <Mark tone={grave ? "bad" : "warn"}>{t(kind)}</Mark>
        <strong>{person ?? "—"}</strong>
        {day === null ? null : <span className="figure nowrap">{formatDay(day, language)}</span>}
        <Link to={`/cases/${caseId}/clocks`}>{caseNumber}</Link>
        <span className="quiet small">{caseTitle}</span>
      </div>
      <p>{words(why)}</p>
      <p>
        <span className="quiet">{t("nextCol")} · </span>
        {words(next)}
      </p>
      <p className="quiet small">{cite.join("；")}</p>
      {explanation === null ? null : (
        <div className="line custody-explain">
          <input
            className="field"
            maxLength={400}
            aria-label={t("explainOf", { what: `${person ?? ""} ${t(kind)}` })}
            placeholder={t("explainCol")}
            value={explanation}
            onChange={(event) => onExplain(event.target.value)}
            data-testid="custody-explanation"
          />
          {explainedBefore === null || explanation !== "" ? null : (
            <span className="deadline-preview small no-print">
              {t("explainedBefore", { text: explainedBefore })}{" "}
              <Button size="small" onClick={() => onExplain(explainedBefore)}>
                {t("takeOver")}
              </Button>
            </span>
          )}
        </div>
      )}
    </li>
  );
}

/** The list is signed as it is shown; blocked while an entry is neither settled nor explained. */
function Signature({ day, typed }: { readonly day: CustodyDay; readonly typed: Readonly<Record<string, string>> }) {
  const t = useText(measuresText);
  const requestId = useRequestId();
  const sign = useSignOff();
  const { today, entries, hash, signOffs } = day;
  if (signOffs.some((one) => one.day === today && one.hash === hash)) return null;
  const open = entries.filter(({ key }) => (typed[key] ?? "").trim() === "").length;
  const explanations = Object.fromEntries(entries.map(({ key }) => [key, typed[key] ?? ""]));
  return (
    <section className="panel stack-tight no-print" data-testid="custody-signature">
      <p className={open > 0 ? "warn" : "quiet"} role="status">
        {open > 0 ? t("signBlocked", { n: open }) : t("signReady", { hash: hash.slice(0, 8) })}
      </p>
      <InlineProblem error={sign.error} />
      <div>
        <Button
          type="primary"
          disabled={open > 0}
          loading={sign.isPending}
          onClick={() =>
            sign.mutate({ requestId: requestId.current(), day: today, hash, explanations }, { onSettled: () => requestId.renew() })
          }
          data-testid="custody-sign"
        >
          {t("sign")}
        </Button>
      </div>
    </section>
  );
}

type CardProps = {
  readonly entry: CustodyDay["entries"][number];
  readonly explanation: string | null;
  readonly onExplain: (text: string) => void;
};
