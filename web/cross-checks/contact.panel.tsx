import { Link } from "react-router";
import { tellTitle } from "#clues/tell-title.ts";
import type { Contact, Disclosed } from "#cross-checks/cross-checks.contract.ts";
import { PURPOSES } from "#cross-checks/tell-contact.ts";
import { ContactActs } from "#web/cross-checks/contact-acts.tsx";
import { ContactStatusMark } from "#web/cross-checks/contact-status.tsx";
import { crossChecksText, LEVEL_NAMES } from "#web/cross-checks/cross-checks.text.ts";
import { TraitList } from "#web/cross-checks/trait-list.tsx";
import { useContact } from "#web/cross-checks/use-cross-checks.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Day } from "#web/design/date/day.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** One contact: what may be done, what is shared, what each side shows, and the course of it. */
export function ContactPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText(crossChecksText);
  const words = useWords();
  const contact = useContact(id);
  const clue = contact.data?.clue ?? null;
  return (
    <SidePanel title={clue === null ? t("title") : words(tellTitle(clue.title))} onClose={onClose} testId="contact-panel">
      {contact.isPending ? (
        <Loading lines={8} />
      ) : contact.isError ? (
        <Problem error={contact.error} onRetry={() => contact.refetch()} />
      ) : (
        <>
          <ContactActs contact={contact.data} />
          <Detail contact={contact.data} />
        </>
      )}
    </SidePanel>
  );
}

function Detail({ contact }: { readonly contact: Contact }) {
  const t = useText(crossChecksText);
  const words = useWords();
  const { purpose, clue, received, shown, status } = contact;
  const { cite, unconfirmed } = PURPOSES[purpose];
  return (
    <>
      {received === null ? null : <Card title={t("received")} shown={received} testId="contact-received" />}
      <dl className="facts">
        <dt>{t("status")}</dt>
        <dd>
          <ContactStatusMark status={status} />
        </dd>
        <dt>{t("other")}</dt>
        <dd data-testid="contact-other">
          <Other contact={contact} />
        </dd>
        <dt>{t("shared")}</dt>
        <dd>
          <TraitList traits={contact.traits} />
        </dd>
        <dt>{t("purpose")}</dt>
        <dd>
          {words(PURPOSES[purpose])}
          <span className="quiet small break">
            {" "}
            {words(cite)}
            {unconfirmed ? ` · ${t("unconfirmed")}` : ""}
          </span>
        </dd>
        <dt>{t("until")}</dt>
        <dd>
          <Day day={contact.until} distance={status === "asked" || status === "agreed"} />
        </dd>
        <dt>{t("clue")}</dt>
        <dd>
          {clue === null ? (
            <span className="quiet">{t("clueHidden")}</span>
          ) : (
            <Link to={`/clues?clue=${clue.id}`}>{words(tellTitle(clue.title))}</Link>
          )}
        </dd>
      </dl>
      {shown === null ? null : (
        <Card
          title={t(status === "agreed" ? "shown" : status === "asked" ? "shownLater" : "shownBefore")}
          shown={shown}
          testId="contact-shown"
        />
      )}
      <section>
        <h3>{t("history")}</h3>
        <ol className="timeline" data-testid="contact-history">
          {contact.history.map(({ version, at, side, by, sentence, reason }) => (
            <li key={version}>
              <span className="figure quiet">{formatMoment(at)}</span> {by ?? t(side === contact.side ? "own" : "theOther")}{" "}
              {words(sentence)}
              {reason === null ? null : <p className="quiet small break">{reason}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** The other office by name once both agree; before, its level where it is the one that asks. */
export function Other({ contact }: { readonly contact: Pick<Contact, "other" | "side" | "askingLevel"> }) {
  const t = useText(crossChecksText);
  const words = useWords();
  if (contact.other !== null) return words(contact.other);
  return (
    <span className="quiet">
      {contact.side === "answering" ? t("anOffice", { level: words(LEVEL_NAMES[contact.askingLevel]) }) : t("otherHidden")}
    </span>
  );
}

function Card({ title, shown, testId }: { readonly title: string; readonly shown: Disclosed; readonly testId: string }) {
  const t = useText(crossChecksText);
  const words = useWords();
  const not = <span className="quiet">{t("notShown")}</span>;
  return (
    <section className="shown-card" data-testid={testId}>
      <h3>{title}</h3>
      <dl className="facts">
        <dt>{t("office")}</dt>
        <dd>{words(shown.office)}</dd>
        <dt>{t("contact")}</dt>
        <dd>
          {shown.contact}
          {shown.phone === "" ? null : <span className="figure"> · {shown.phone}</span>}
        </dd>
        <dt>{t("showTitle")}</dt>
        <dd>{shown.title === null ? not : words(tellTitle(shown.title))}</dd>
        <dt>{t("showNumber")}</dt>
        <dd>{shown.caseNumber ?? not}</dd>
        <dt>{t("summaryShown")}</dt>
        <dd className="break clue-summary">{shown.summary === "" ? not : shown.summary}</dd>
      </dl>
    </section>
  );
}
