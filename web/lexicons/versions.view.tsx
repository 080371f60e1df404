import { Button } from "antd";
import { useState } from "react";
import type { LexiconVersion, OfficeLexicon } from "#lexicons/lexicons.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { tellChange } from "#web/lexicons/lexicon-words.text.ts";
import { useChangeLexicon } from "#web/lexicons/use-lexicon.ts";

/** Every version with who, when, why and what it changed, newest first; any older one can be taken again. */
export function VersionsView({ lexicon }: { readonly lexicon: OfficeLexicon }) {
  const t = useText(lexiconText);
  const [to, setTo] = useState<number | null>(null);
  const { versions, version, can } = lexicon;
  if (versions.length === 0)
    return (
      <Empty title={t("noVersions")} testId="no-versions">
        <p className="quiet">{t("noVersionsBody")}</p>
      </Empty>
    );
  const offer = (number: number, words: string) =>
    can.propose && number !== version && to === null ? (
      <Button size="small" onClick={() => setTo(number)} data-testid={`roll-back-${number}`}>
        {words}
      </Button>
    ) : null;
  return (
    <div className="stack lexicon-versions">
      {to === null ? null : <RollBack key={to} lexicon={lexicon} to={to} onClose={() => setTo(null)} />}
      <ol className="stack">
        {versions.map((one) => (
          <li key={one.number} className="lexicon-change" data-testid="lexicon-version">
            <Told version={one} isLive={one.number === version} />
            <span className="line">
              {offer(one.number, t("rollBack"))}
              <a href={`/api/lexicon/file?version=${one.number}`} download>
                {t("export")}
              </a>
            </span>
          </li>
        ))}
        <li className="lexicon-change line between">
          <span>{t("shippedVersion")}</span>
          {offer(0, t("rollBackShipped"))}
        </li>
      </ol>
    </div>
  );
}

function Told({ version, isLive }: { readonly version: LexiconVersion; readonly isLive: boolean }) {
  const t = useText(lexiconText);
  const words = useWords();
  const { number, kind, by, at, note, restores, added, removed } = version;
  const when = { name: by, at: formatMoment(at) };
  return (
    <>
      <div className="line">
        <h3>{t("versionTitle", { n: number })}</h3>
        {isLive ? <Mark tone="good">{t("live")}</Mark> : null}
        <span className="quiet small">
          {kind === "published"
            ? t("publishedBy", when)
            : t("rolledBackBy", { ...when, to: restores ? t("nVersion", { n: restores }) : t("shippedVersion") })}
        </span>
      </div>
      {note === "" ? null : <p className="break">{note}</p>}
      <ul className="stack-tight">
        {added.map(({ proposal, change, author, on, reason }) => (
          <li key={proposal}>
            <span className="good">＋</span> {words(tellChange(change))}{" "}
            <span className="quiet small break">
              {author} {on} · {reason}
            </span>
          </li>
        ))}
        {removed.map(({ proposal, change, author, on }) => (
          <li key={proposal}>
            <span className="bad">－</span> {t("took")}：{words(tellChange(change))}{" "}
            <span className="quiet small">
              {author} {on}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function RollBack({ lexicon, to, onClose }: { readonly lexicon: OfficeLexicon; readonly to: number; readonly onClose: () => void }) {
  const t = useText(lexiconText);
  const roll = useChangeLexicon("roll-backs");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      className="stack-tight lexicon-publish"
      data-testid="roll-back-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim().length >= 2)
          roll.mutate({ expectedRevision: lexicon.revision, to, reason: reason.trim() }, { onSuccess: onClose });
      }}
    >
      <h3>{t("rollBackTitle", { to: to === 0 ? t("shippedVersion") : t("nVersion", { n: to }) })}</h3>
      <p className="quiet small">{t("rollBackWhy")}</p>
      <Labelled label={t("reasonField")} error={tried && reason.trim().length < 2 ? t("needReason") : null}>
        <input
          className="field"
          value={reason}
          maxLength={400}
          onChange={(event) => setReason(event.target.value)}
          data-testid="roll-back-reason"
        />
      </Labelled>
      <InlineProblem error={roll.error} />
      <span className="line">
        <Button type="primary" htmlType="submit" loading={roll.isPending} data-testid="roll-back-do">
          {t("give")}
        </Button>
        <Button onClick={onClose}>{t("back")}</Button>
      </span>
    </form>
  );
}
