import { Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import { canHandleContact } from "#cross-checks/contact.policy.ts";
import { checkUntil } from "#cross-checks/contact.ts";
import type { Disclosure } from "#cross-checks/cross-checks.contract.ts";
import { useSession } from "#web/app/use-session.ts";
import { usePeople } from "#web/cases/use-people.ts";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

export type Given = { readonly reason: string; readonly until: string; readonly disclosure: Disclosure };
const DAYS = 90;

/** Reason, last day and what one's own side shows: of a request and of the agreement to one alike. */
export function DisclosureForm({ children, label, reasonTold, latest, pending, error, onSubmit }: Props) {
  const t = useText(crossChecksText);
  const { data: session } = useSession();
  const people = usePeople(session?.person.officeCode ?? "");
  const today = dayOf(new Date());
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState(latest ?? dayOf(new Date(Date.now() + DAYS * 86_400_000)));
  const [disclosure, setDisclosure] = useState<Disclosure>({
    contactId: session?.person.id ?? "",
    phone: "",
    title: true,
    caseNumber: false,
    summary: "",
  });
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<Disclosure>) => setDisclosure((before) => ({ ...before, ...changes }));
  const colleagues = (people.data?.items ?? []).filter((one) => canHandleContact({ ...one, personId: one.id }, one.officeCode).allowed);
  const reasonError = tried && reason.trim() === "" ? t("reasonMissing") : null;
  const untilFits = until !== "" && checkUntil("until", until, today).ok;
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() === "" || !untilFits || disclosure.contactId === "") return;
        onSubmit({
          reason: reason.trim(),
          until,
          disclosure: { ...disclosure, phone: disclosure.phone.trim(), summary: disclosure.summary.trim() },
        });
      }}
    >
      {children}
      <Labelled label={t("reason")} reason={reasonTold} error={reasonError}>
        <textarea
          className="field"
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="contact-reason"
        />
      </Labelled>
      <Labelled label={t("until")} reason={t("untilWhy")} error={tried && !untilFits ? t("untilWrong") : null}>
        <input
          className="field"
          type="date"
          min={today}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
          data-testid="contact-until"
        />
      </Labelled>
      <fieldset className="disclosure stack-tight">
        <legend>{t("discloses")}</legend>
        <p className="quiet small">{t("disclosesWhy")}</p>
        <Labelled label={t("contact")} error={tried && disclosure.contactId === "" ? t("contactMissing") : null}>
          <select
            className="field"
            value={disclosure.contactId}
            onChange={(event) => change({ contactId: event.target.value })}
            data-testid="contact-person"
          >
            <option value="">{t("choose")}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t("phone")}>
          <input
            className="field"
            maxLength={40}
            value={disclosure.phone}
            onChange={(event) => change({ phone: event.target.value })}
            data-testid="contact-phone"
          />
        </Labelled>
        <div className="line">
          <Checkbox checked={disclosure.title} onChange={({ target }) => change({ title: target.checked })} data-testid="show-title">
            {t("showTitle")}
          </Checkbox>
          <Checkbox
            checked={disclosure.caseNumber}
            onChange={({ target }) => change({ caseNumber: target.checked })}
            data-testid="show-number"
          >
            {t("showNumber")}
          </Checkbox>
        </div>
        <Labelled label={t("summary")} reason={t("summaryHint")}>
          <textarea
            className="field"
            rows={2}
            maxLength={1000}
            value={disclosure.summary}
            onChange={(event) => change({ summary: event.target.value })}
            data-testid="contact-summary"
          />
        </Labelled>
      </fieldset>
      <InlineProblem error={error} testId="contact-problem" />
      <div>
        <Button type="primary" htmlType="submit" loading={pending} data-testid="contact-submit">
          {label}
        </Button>
      </div>
    </form>
  );
}

type Props = {
  readonly children?: ReactNode;
  readonly label: string;
  /** when the other side reads the reason */
  readonly reasonTold: string;
  /** the last day the other side asked for */
  readonly latest?: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (given: Given) => void;
};
