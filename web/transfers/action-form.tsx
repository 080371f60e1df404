import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { DECLINE_REASONS, OUTCOME_NAMES } from "#transfers/tell-transfer.ts";
import {
  DeclineReason,
  type Transfer,
  type TransferAction,
  type TransferActionType,
  TransferOutcome,
} from "#transfers/transfers.contract.ts";
import { useSession } from "#web/app/use-session.ts";
import { useOffices } from "#web/cases/use-offices.ts";
import { ReasonForm, SubmitButton } from "#web/clues/acts/reason-form.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";

/** The fields one act asks for. */
export function ActionForm({ action, transfer, pending, onSubmit }: Props) {
  switch (action) {
    case "receive":
      return <ReceiveForm transfer={transfer} pending={pending} onSubmit={onSubmit} />;
    case "accept":
      return <AcceptForm pending={pending} onSubmit={onSubmit} />;
    case "decline":
      return <DeclineForm pending={pending} onSubmit={onSubmit} />;
    case "settle":
      return <SettleForm transfer={transfer} pending={pending} onSubmit={onSubmit} />;
    case "feed-back":
      return <FeedbackForm pending={pending} onSubmit={onSubmit} />;
    case "register":
    case "forward":
      return null;
    default:
      return <ReasonForm pending={pending} onSubmit={(reason) => onSubmit({ type: action, reason })} />;
  }
}

function ReceiveForm({ transfer, pending, onSubmit }: Omit<Props, "action">) {
  const t = useText(transfersText);
  const session = useSession();
  const today = dayOf(new Date());
  const outside = transfer.kind === "outside";
  const [on, setOn] = useState(today);
  const [receiver, setReceiver] = useState(outside ? "" : (session.data?.person.name ?? ""));
  const [receipt, setReceipt] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <Form
      pending={pending}
      onSubmit={() => {
        setTried(true);
        if (receiver.trim() !== "" && on !== "") onSubmit({ type: "receive", on, receiver: receiver.trim(), receipt: receipt.trim() });
      }}
    >
      <Labelled label={t("receivedOn")}>
        <input
          className="field"
          type="date"
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
          data-testid="receive-on"
        />
      </Labelled>
      <Labelled label={t("receiver")} error={tried && receiver.trim() === "" ? t("missing") : null}>
        <input
          className="field"
          maxLength={60}
          value={receiver}
          onChange={(event) => setReceiver(event.target.value)}
          data-testid="receive-by"
        />
      </Labelled>
      <Labelled label={t("receiptNumber")}>
        <input
          className="field"
          maxLength={200}
          value={receipt}
          onChange={(event) => setReceipt(event.target.value)}
          data-testid="receive-receipt"
        />
      </Labelled>
    </Form>
  );
}

function AcceptForm({ pending, onSubmit }: Simple) {
  const t = useText(transfersText);
  const [note, setNote] = useState("");
  return (
    <Form pending={pending} onSubmit={() => onSubmit({ type: "accept", note: note.trim() })}>
      <Labelled label={t("note")}>
        <textarea className="field" rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Labelled>
    </Form>
  );
}

function DeclineForm({ pending, onSubmit }: Simple) {
  const t = useText(transfersText);
  const words = useWords();
  const [other, setOther] = useState(false);
  return (
    <div className="stack-tight">
      <p className="quiet small">{t("declineWhy")}</p>
      <div className="line">
        {DeclineReason.options
          .filter((code) => code !== "other")
          .map((code) => (
            <Button
              key={code}
              disabled={pending}
              onClick={() => onSubmit({ type: "decline", code, reason: "" })}
              data-testid={`decline-${code}`}
            >
              {words(DECLINE_REASONS[code])}
            </Button>
          ))}
        <Button aria-expanded={other} onClick={() => setOther(!other)}>
          {t("otherReason")}
        </Button>
      </div>
      {other ? <ReasonForm pending={pending} onSubmit={(reason) => onSubmit({ type: "decline", code: "other", reason })} /> : null}
    </div>
  );
}

function SettleForm({ transfer, pending, onSubmit }: Omit<Props, "action">) {
  const t = useText(transfersText);
  const words = useWords();
  const offices = useOffices();
  const superior = offices.data?.items.find(({ code }) => code === transfer.to.office?.code)?.parentCode ?? null;
  const choices = (offices.data?.items ?? []).filter(
    ({ code, parentCode }) => superior !== null && (code === superior || parentCode === superior),
  );
  const [officeCode, setOfficeCode] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <Form
      pending={pending}
      onSubmit={() => {
        setTried(true);
        if (officeCode !== "" && reason.trim() !== "") onSubmit({ type: "settle", officeCode, reason: reason.trim() });
      }}
    >
      <Choice
        showLabel
        label={t("handles")}
        value={officeCode}
        onChange={setOfficeCode}
        options={[["", t("choose")], ...choices.map(({ code, name }): [string, string] => [code, words(name)])]}
        testId="settle-office"
      />
      <Words label={t("reason")} value={reason} tried={tried} onChange={setReason} testId="settle-reason" />
    </Form>
  );
}

function FeedbackForm({ pending, onSubmit }: Simple) {
  const t = useText(transfersText);
  const words = useWords();
  const [outcome, setOutcome] = useState<TransferOutcome>("filed");
  const [said, setSaid] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <Form
      pending={pending}
      onSubmit={() => {
        setTried(true);
        if (said.trim() !== "") onSubmit({ type: "feed-back", outcome, words: said.trim() });
      }}
    >
      <Choice
        showLabel
        label={t("outcome")}
        value={outcome}
        onChange={(value) => setOutcome(TransferOutcome.parse(value))}
        options={TransferOutcome.options.map((one) => [one, words(OUTCOME_NAMES[one])])}
        testId="feedback-outcome"
      />
      <Words label={t("words")} value={said} tried={tried} onChange={setSaid} testId="feedback-words" />
    </Form>
  );
}

function Words({ label, value, tried, onChange, testId }: WordsProps) {
  const t = useText(transfersText);
  return (
    <Labelled label={label} error={tried && value.trim() === "" ? t("missing") : null}>
      <textarea
        className="field"
        rows={2}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-testid={testId}
      />
    </Labelled>
  );
}

function Form({ pending, onSubmit, children }: { readonly pending: boolean; readonly onSubmit: () => void; readonly children: ReactNode }) {
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <SubmitButton pending={pending} />
    </form>
  );
}

type Simple = { readonly pending: boolean; readonly onSubmit: (action: TransferAction) => void };
type Props = Simple & { readonly action: TransferActionType; readonly transfer: Transfer };
type WordsProps = {
  readonly label: string;
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
  readonly testId: string;
};
