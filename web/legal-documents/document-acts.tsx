import { Button } from "antd";
import { useState } from "react";
import {
  DocumentAction as Action,
  type DocumentAction,
  type LegalDocument,
  ServiceWay,
} from "#legal-documents/legal-documents.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { WAY_WORDS } from "#web/legal-documents/document-words.text.ts";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";

const ACTS = ["submit", "approve", "issue", "serve", "record-receipt", "return", "withdraw"] as const;
type Act = (typeof ACTS)[number];
const NAMES = {
  submit: "submit",
  approve: "approve",
  issue: "issue",
  serve: "serve",
  "record-receipt": "receipt",
  return: "return",
  withdraw: "withdraw",
} as const;

/** What may be done with the document now: a button each, and a short form for what has to be said with it. */
export function DocumentActs({ document, pending, onAct }: Props) {
  const t = useText(documentsText);
  const [chosen, setChosen] = useState<Act | null>(null);
  const offered = ACTS.filter((act) => document.can.includes(act));
  const missing = document.missingFields.some(({ mandatory }) => mandatory);
  if (offered.length === 0) return <p className="quiet">{t("nothingToDo")}</p>;
  return (
    <div className="stack-tight">
      <div className="line">
        {offered.map((act, at) => (
          <Button
            key={act}
            type={at === 0 && chosen === null ? "primary" : "default"}
            danger={act === "withdraw"}
            disabled={missing && (act === "submit" || act === "issue")}
            aria-pressed={act === chosen}
            loading={pending && act === "submit" && chosen === null}
            onClick={() => (act === "submit" ? onAct({ type: "submit" }, () => undefined) : setChosen(act === chosen ? null : act))}
            data-testid={`act-${act}`}
          >
            {t(NAMES[act])}
          </Button>
        ))}
      </div>
      {missing && (offered.includes("submit") || offered.includes("issue")) ? (
        <p className="quiet small">{t("stillMissing", { n: document.missingFields.filter(({ mandatory }) => mandatory).length })}</p>
      ) : null}
      {chosen === null || !offered.includes(chosen) ? null : (
        <ActForm
          key={chosen}
          act={chosen}
          document={document}
          pending={pending}
          onAct={(action) => onAct(action, () => setChosen((now) => (now === chosen ? null : now)))}
        />
      )}
    </div>
  );
}

function ActForm({
  act,
  document,
  pending,
  onAct,
}: Omit<Props, "onAct"> & { readonly act: Act; readonly onAct: (action: DocumentAction) => void }) {
  const t = useText(documentsText);
  const words = useWords();
  const today = dayOf(new Date());
  const [said, setSaid] = useState(act === "serve" ? (document.addressee ?? "") : "");
  const [on, setOn] = useState(today);
  const [way, setWay] = useState<string>("in-person");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const dated = act === "issue" || act === "serve" || act === "record-receipt";
  const label = {
    submit: null,
    approve: document.approver === "committee" ? t("committeeNote") : t("approveNote"),
    issue: null,
    serve: t("receiver"),
    "record-receipt": t("receiptText"),
    return: t("reason"),
    withdraw: t("reason"),
  }[act];
  const needsWords = label !== null && (act !== "approve" || document.approver === "committee");
  const lacking = needsWords && said.trim() === "";
  const send = () => {
    setTried(true);
    if (lacking || (dated && on === "")) return;
    const text = said.trim();
    const fields = { note: act === "serve" ? note.trim() : text, reason: text, receiver: text, receipt: text, on, way };
    onAct(Action.parse({ type: act, ...fields }));
  };
  return (
    <form
      className="document-act stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {act === "issue" ? <p className="small">{t("issueWhy")}</p> : null}
      {act === "withdraw" && document.number !== null ? <p className="small">{t("withdrawWhy")}</p> : null}
      {act === "serve" ? (
        <Choice
          showLabel
          label={t("way")}
          value={way}
          onChange={setWay}
          options={ServiceWay.options.map((one) => [one, words(WAY_WORDS[one])])}
          testId="serve-way"
        />
      ) : null}
      {dated ? (
        <Labelled label={t(act === "issue" ? "issuedOn" : act === "serve" ? "servedOn" : "receivedOn")}>
          <input
            className="field"
            type="date"
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            data-testid="act-on"
          />
        </Labelled>
      ) : null}
      {label === null ? null : (
        <Labelled
          label={label}
          error={tried && lacking ? t(act === "return" || act === "withdraw" ? "reasonMissing" : "valueMissing") : null}
        >
          <input className="field" value={said} maxLength={400} onChange={(event) => setSaid(event.target.value)} data-testid="act-said" />
        </Labelled>
      )}
      {act === "serve" ? (
        <Labelled label={t("serviceNote")}>
          <input className="field" value={note} maxLength={400} onChange={(event) => setNote(event.target.value)} />
        </Labelled>
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" danger={act === "withdraw"} loading={pending} data-testid="act-confirm">
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}

type Props = {
  readonly document: LegalDocument;
  readonly pending: boolean;
  readonly onAct: (action: DocumentAction, onDone: () => void) => void;
};
