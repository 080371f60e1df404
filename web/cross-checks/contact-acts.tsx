import { Button } from "antd";
import { useState } from "react";
import { type Contact, type ContactAction, ContactRefusal } from "#cross-checks/cross-checks.contract.ts";
import { REFUSALS_OF_CONTACT } from "#cross-checks/tell-contact.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { DisclosureForm } from "#web/cross-checks/disclosure-form.tsx";
import { useActOnContact } from "#web/cross-checks/use-cross-checks.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** What this side may do now, each with the form of what it asks for. */
export function ContactActs({ contact }: { readonly contact: Contact }) {
  const t = useText(crossChecksText);
  const act = useActOnContact(contact.id);
  const requestId = useRequestId();
  const [chosen, setChosen] = useState<Contact["can"][number] | null>(null);
  const submit = (action: ContactAction) =>
    act.mutate(
      { requestId: requestId.current(), expectedVersion: contact.version, action },
      { onSuccess: () => setChosen(null), onSettled: () => requestId.renew() },
    );
  if (contact.can.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t("submit")}>
      <div className="line" data-testid="contact-acts">
        {contact.can.map((one, place) => (
          <Button
            key={one}
            type={place === 0 && one === "agree" ? "primary" : "default"}
            aria-pressed={chosen === one}
            disabled={act.isPending}
            onClick={() => {
              act.reset();
              setChosen(chosen === one ? null : one);
            }}
            data-testid={`contact-${one}`}
          >
            {t(one)}
          </Button>
        ))}
      </div>
      {chosen === null || !contact.can.includes(chosen) ? (
        <InlineProblem error={act.error} testId="contact-problem" />
      ) : (
        <div className="form-inset">
          {chosen === "agree" ? (
            <DisclosureForm
              label={t("agree")}
              reasonTold={t("reasonShown")}
              latest={contact.until}
              pending={act.isPending}
              error={act.error}
              onSubmit={(given) => submit({ type: "agree", ...given })}
            />
          ) : (
            <ShortForm key={chosen} act={chosen} pending={act.isPending} error={act.error} onSubmit={submit} />
          )}
        </div>
      )}
    </section>
  );
}

function ShortForm({ act, pending, error, onSubmit }: ShortProps) {
  const t = useText(crossChecksText);
  const words = useWords();
  const [code, setCode] = useState<ContactRefusal>("not-related");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const said = reason.trim();
        if (said !== "") onSubmit(act === "decline" ? { type: act, code, reason: said } : { type: act, reason: said });
      }}
    >
      {act === "decline" ? (
        <Choice
          showLabel
          label={t("code")}
          value={code}
          onChange={(value) => setCode(ContactRefusal.parse(value))}
          options={ContactRefusal.options.map((one) => [one, words(REFUSALS_OF_CONTACT[one])])}
          testId="decline-code"
        />
      ) : null}
      <Labelled label={t("reason")} reason={t("reasonOwn")} error={tried && reason.trim() === "" ? t("reasonMissing") : null}>
        <textarea
          className="field"
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="contact-reason"
        />
      </Labelled>
      <InlineProblem error={error} testId="contact-problem" />
      <div>
        <Button type="primary" htmlType="submit" loading={pending} data-testid="contact-submit">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

type ShortProps = {
  readonly act: "decline" | "withdraw" | "end";
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (action: ContactAction) => void;
};
