import { Link } from "react-router";
import type { Session } from "#access/access.contract.ts";
import { LEG_NAMES } from "#transfers/tell-transfer.ts";
import { STATUS_NAMES } from "#transfers/transfer.ts";
import type { LegTaken, Transfer } from "#transfers/transfers.contract.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DocumentLine } from "#web/transfers/document-line.tsx";
import { DueMark } from "#web/transfers/due-mark.tsx";
import { tellPlace } from "#web/transfers/tell-place.ts";
import { TransferActs } from "#web/transfers/transfer-acts.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";
import { useTransfer } from "#web/transfers/use-transfers.ts";

/** One transfer: what is to be done now, its legs with their clocks, receipt, form and history. */
export function TransferPanel({ id, session, onClose }: { readonly id: string; readonly session: Session; readonly onClose: () => void }) {
  const t = useText(transfersText);
  const transfer = useTransfer(id);
  return (
    <SidePanel title={transfer.data?.title ?? t("title")} onClose={onClose} testId="transfer-panel">
      {transfer.isPending ? (
        <Loading lines={8} />
      ) : transfer.isError ? (
        <Problem error={transfer.error} onRetry={() => transfer.refetch()} />
      ) : (
        <>
          <TransferActs transfer={transfer.data} />
          <ExportLink transfer={transfer.data} session={session} />
          <Detail transfer={transfer.data} />
        </>
      )}
    </SidePanel>
  );
}

/** Offered to case management of the handing office while the other side has not received it. */
function ExportLink({ transfer, session }: { readonly transfer: Transfer; readonly session: Session }) {
  const t = useText(transfersText);
  const { person } = session;
  const mine = person.roles.includes("case-manager") && person.officeCode === transfer.from.office?.code;
  return !mine || transfer.status !== "forwarded" || transfer.kind !== "procuratorate" ? null : (
    <div>
      <a href={`/api/transfers/${transfer.id}/bundle`} data-testid="export-bundle">
        {t("exportBundle")}
      </a>
      <p className="quiet small">{t("exportWhy")}</p>
    </div>
  );
}

function Detail({ transfer }: { readonly transfer: Transfer }) {
  const t = useText(transfersText);
  const words = useWords();
  const { form, receipt } = transfer;
  return (
    <>
      <dl className="facts">
        <dt>{t("status")}</dt>
        <dd className="line">
          <Mark tone={transfer.overdue ? "bad" : "accent"} testId="transfer-status">
            {words(STATUS_NAMES[transfer.status])}
          </Mark>
          {transfer.due === null ? null : <DueMark due={transfer.due} />}
        </dd>
        <dt>{t("number")}</dt>
        <dd className="figure">{transfer.number ?? <span className="quiet">{t("noNumber")}</span>}</dd>
        <dt>{t("from")}</dt>
        <dd>{words(tellPlace(transfer.from, transfer.kind))}</dd>
        <dt>{t("to")}</dt>
        <dd>{words(tellPlace(transfer.to, transfer.kind))}</dd>
        <dt>{t("clue")}</dt>
        <dd>
          <Link to={`/clues?clue=${transfer.clueId}`}>{t("openClue")}</Link>
        </dd>
        {transfer.documentId === null ? null : (
          <>
            <dt>{t("document")}</dt>
            <dd>
              <DocumentLine id={transfer.documentId} upward={transfer.direction === "upward"} />
            </dd>
          </>
        )}
        {receipt === null ? null : (
          <>
            <dt>{t("receipt")}</dt>
            <dd data-testid="transfer-receipt">
              {t("receiptSaid", { on: receipt.on, receiver: receipt.receiver })}
              {receipt.receipt === "" ? "" : ` · ${receipt.receipt}`}
            </dd>
          </>
        )}
      </dl>
      <section>
        <h3>{t("legs")}</h3>
        <ol className="legs" data-testid="transfer-legs">
          {transfer.legs.map((leg, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a leg may come twice (settled by the superior), its place never changes
            <Leg key={place} leg={leg} />
          ))}
        </ol>
      </section>
      <section>
        <h3>{t("form")}</h3>
        <dl className="facts">
          <dt>{t("ground")}</dt>
          <dd>{t(form.ground === "duty-crime" ? "dutyCrime" : "ordinary")}</dd>
          <dt>{t("foundOn")}</dt>
          <dd className="figure">{form.foundOn}</dd>
          <dt>{t("basis")}</dt>
          <dd>{form.basis}</dd>
          <dt>{t("content")}</dt>
          <dd className="clue-summary">{form.content}</dd>
          <dt>{t("opinion")}</dt>
          <dd>{form.opinion}</dd>
          <dt>{t("evidence")}</dt>
          <dd>
            {form.evidence.length === 0 ? <span className="quiet">{t("emptyColumn")}</span> : null}
            <ol>
              {form.evidence.map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </ol>
          </dd>
        </dl>
      </section>
      <section>
        <h3>{t("history")}</h3>
        <ol className="timeline" data-testid="transfer-history">
          {transfer.history.map(({ version, at, by, sentence }) => (
            <li key={version}>
              <span className="figure quiet">{formatMoment(at)}</span> {by} {words(sentence)}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Leg({ leg }: { readonly leg: LegTaken }) {
  const t = useText(transfersText);
  const words = useWords();
  const { endedOn, late, from, due, cite } = leg;
  return (
    <li className={endedOn === null ? "leg leg-now" : "leg"}>
      <span className="line between">
        <strong>{words(LEG_NAMES[leg.leg])}</strong>
        {endedOn === null ? (
          <DueMark due={due} />
        ) : (
          <Mark tone={late ? "bad" : "good"}>{t(late ? "endedLate" : "ended", { on: endedOn })}</Mark>
        )}
      </span>
      <span className="quiet small figure">
        {t("due", { from, due })} · {cite ?? t("workingNumber")}
      </span>
    </li>
  );
}
