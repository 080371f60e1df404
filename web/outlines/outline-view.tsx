import { Button } from "antd";
import { useState } from "react";
import type { WrittenOutline } from "#outlines/outlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";
import { useWriteOutlines } from "#web/outlines/use-outlines.ts";

/** The kind of document and its field that an outline fills. */
const DOCUMENTS = {
  supplementary: { kind: "supplementary-outline", field: "outline" },
  investigation: { kind: "investigation-plan", field: "plan" },
} as const;

/** A written outline as it reads, with what may be done to it now. */
export function OutlineView({ caseId, outline, may, onEdit }: Props) {
  const t = useText(outlinesText);
  const requestId = useRequestId();
  const { change, draftDocument } = useWriteOutlines(caseId);
  const [copied, setCopied] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const { id, version, state, text } = outline;
  const act = (what: { readonly type: "confirm" } | { readonly type: "discard"; readonly reason: string }) =>
    change.mutate({ id, requestId: requestId.current(), expectedVersion: version, change: what }, { onSettled: () => requestId.renew() });
  const { kind, field } = DOCUMENTS[state.kind];
  return (
    <div className="stack-tight">
      <pre className="outline-text" data-testid="outline-text">
        {text}
      </pre>
      <div className="line no-print">
        {may && state.status === "draft" ? (
          <>
            <Button type="primary" loading={change.isPending} onClick={() => act({ type: "confirm" })} data-testid="outline-confirm">
              {t("confirm")}
            </Button>
            <Button onClick={onEdit} data-testid="outline-edit">
              {t("edit")}
            </Button>
            <Button aria-expanded={reason !== null} onClick={() => setReason(reason === null ? "" : null)}>
              {t("discard")}
            </Button>
          </>
        ) : null}
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t("copy")}</Button>
        {may && state.status === "confirmed" ? (
          <Button
            loading={draftDocument.isPending}
            disabled={draftDocument.isSuccess}
            onClick={() => draftDocument.mutate({ requestId: requestId.current(), kind, fields: { [field]: text } })}
            data-testid="outline-document"
          >
            {t("toDocument")}
          </Button>
        ) : null}
      </div>
      {reason === null ? null : (
        <form
          className="line no-print"
          onSubmit={(event) => {
            event.preventDefault();
            act({ type: "discard", reason });
          }}
        >
          <input
            className="field"
            required
            maxLength={400}
            aria-label={t("reason")}
            placeholder={t("reason")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button danger htmlType="submit" loading={change.isPending}>
            {t("discard")}
          </Button>
        </form>
      )}
      <p role="status" className="small good">
        {copied ? t("copied") : ""}
        {draftDocument.isSuccess ? t("documentMade") : ""}
      </p>
      <InlineProblem error={change.error ?? draftDocument.error} />
    </div>
  );
}

type Props = { readonly caseId: string; readonly outline: WrittenOutline; readonly may: boolean; readonly onEdit: () => void };
