import { Button } from "antd";
import { useRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Hash } from "#web/design/hash/hash.tsx";
import { formatBytes } from "#web/design/number/number.ts";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { CustodyForm } from "#web/evidence/custody-form.tsx";
import { DefectList } from "#web/evidence/defect-list.tsx";
import { evidenceText } from "#web/evidence/evidence.text.ts";
import { IntegrityMark } from "#web/evidence/evidence.view.tsx";
import { Transfers } from "#web/evidence/transfers.tsx";
import { useCureDefect } from "#web/evidence/use-cure-defect.ts";
import { useEvidence } from "#web/evidence/use-evidence.ts";
import { useRecordCustody } from "#web/evidence/use-record-custody.ts";
import { useRecordTransfer } from "#web/evidence/use-record-transfer.ts";
import { useVerifyEvidence } from "#web/evidence/use-verify-evidence.ts";

/** One item: integrity, defects, custody in time, the record, transfers. */
export function EvidencePanel({
  evidenceId,
  mayChange,
  onClose,
}: {
  readonly evidenceId: string;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}) {
  const t = useText(evidenceText);
  const words = useWords();
  const found = useEvidence(evidenceId);
  const verify = useVerifyEvidence(evidenceId);
  const custody = useRecordCustody(evidenceId);
  const transfer = useRecordTransfer(evidenceId);
  const cure = useCureDefect(evidenceId);
  // Each its own: a long verification may be on its way while the record is saved.
  const ids = { verify: useRequestId(), cure: useRequestId(), transfer: useRequestId(), custody: useRequestId() };
  const detail = found.data;
  const change = (of: keyof typeof ids) => ({ requestId: ids[of].current(), expectedVersion: detail?.version ?? 0 });
  return (
    <SidePanel title={detail?.path ?? "…"} onClose={onClose} testId="evidence-panel">
      {found.isPending ? <Loading /> : null}
      {found.isError ? <Problem error={found.error} onRetry={() => found.refetch()} /> : null}
      {detail === undefined ? null : (
        <>
          <section className="stack-tight">
            <div className="line between">
              <span className="line">
                <IntegrityMark item={detail} /> <span className="figure">{formatBytes(detail.bytes)}</span>
              </span>
              <Button
                loading={verify.isPending}
                onClick={() => verify.mutate({ requestId: ids.verify.current() }, { onSuccess: ids.verify.renew })}
                data-testid="verify-now"
              >
                {t("verify")}
              </Button>
            </div>
            <div aria-live="polite">
              {detail.verification === null ? null : (
                <p className="quiet small figure">
                  {t("verifiedAt", { at: formatMoment(detail.verification.at, true) })} {detail.verification.problem ?? ""}
                </p>
              )}
            </div>
            <InlineProblem error={verify.error} />
            <dl className="facts">
              <dt>SHA-256</dt>
              <dd>
                <Hash whole value={detail.sha256} name="SHA-256" />
              </dd>
              <dt>SM3</dt>
              <dd>
                <Hash whole value={detail.sm3} name="SM3" />
              </dd>
            </dl>
            <p className="quiet small figure">{t("takenInBy", { name: detail.takenInBy, at: formatMoment(detail.takenInAt) })}</p>
          </section>
          <DefectList
            defects={detail.defects}
            mayCure={mayChange}
            pending={cure.isPending}
            error={cure.error}
            onCure={(defect, explanation, done) =>
              cure.mutate(
                { ...change("cure"), defect, explanation },
                {
                  onSuccess: () => {
                    ids.cure.renew();
                    done();
                  },
                },
              )
            }
          />
          <section className="stack-tight">
            <h3>{t("timeline")}</h3>
            <ol className="timeline" data-testid="custody-timeline">
              {detail.timeline.map((event) => (
                <li key={`${event.at}-${event.sentence.zh}`} className={event.gap ? "gap" : undefined}>
                  <div>
                    {event.gap ? <strong>{t("gap")} </strong> : null}
                    {words(event.sentence)}
                  </div>
                  <div className="quiet small figure">
                    {formatMoment(event.at)} · {event.by}
                  </div>
                </li>
              ))}
            </ol>
          </section>
          <Transfers
            transfers={detail.transfers}
            mayAdd={mayChange}
            pending={transfer.isPending}
            error={transfer.error}
            onAdd={(body, done) =>
              transfer.mutate(
                { ...change("transfer"), transfer: body },
                {
                  onSuccess: () => {
                    ids.transfer.renew();
                    done();
                  },
                },
              )
            }
          />
          <CustodyForm
            // begun again with another record only: a transfer, a cure or a verification takes no typed word away
            key={JSON.stringify(detail.custody)}
            custody={detail.custody}
            draftKey={`draft-custody-${detail.id}-${JSON.stringify(detail.custody)}`}
            mayChange={mayChange}
            pending={custody.isPending}
            error={custody.error}
            onSave={(body, forget) =>
              void custody
                .mutateAsync({ ...change("custody"), custody: body }, { onSuccess: ids.custody.renew })
                .then(forget, () => undefined)
            }
          />
          <span className="good small" role="status">
            {custody.isSuccess ? t("saved") : ""}
          </span>
        </>
      )}
    </SidePanel>
  );
}
