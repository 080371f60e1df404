import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { LinkView, OutlineBoard } from "#outlines/outlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { LinkForm } from "#web/outlines/link-form.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";
import { useLinks } from "#web/outlines/use-outlines.ts";

/** One item that serves an element: solid, with who said it and when; corrected or removed with a reason. */
export function LinkLine({ caseId, board, link }: { readonly caseId: string; readonly board: OutlineBoard; readonly link: LinkView }) {
  const t = useText(outlinesText);
  const [open, setOpen] = useState<"correct" | "remove" | null>(null);
  const { path, state, changedBy, changedAt } = link;
  const place = [
    state.page === null ? null : t("placeOf", { n: state.page }),
    state.row === null ? null : t("rowOf", { n: state.row }),
    state.where,
  ].filter((part) => part !== null && part !== "");
  return (
    <div className={`outline-link outline-link-${state.strength}`} data-testid="outline-link">
      <p className="small">
        {state.strength === "proves" ? "● " : "◐ "}
        <Link to={`/cases/${caseId}/evidence`} className="break">
          {path}
        </Link>
        {place.length === 0 ? null : <span className="figure"> · {place.join(" · ")}</span>}
      </p>
      <p className="small">{state.proves}</p>
      <p className="small quiet">
        {t("by", { name: changedBy, at: formatMoment(changedAt) })}
        {board.may ? (
          <span className="no-print">
            {" "}
            {(["correct", "remove"] as const).map((one) => (
              <Button
                key={one}
                type="link"
                size="small"
                aria-expanded={open === one}
                onClick={() => setOpen(open === one ? null : one)}
                data-testid={`link-${one}`}
              >
                {t(one)}
              </Button>
            ))}
          </span>
        ) : null}
      </p>
      {open === "correct" ? <LinkForm caseId={caseId} board={board} track={null} link={link} onDone={() => setOpen(null)} /> : null}
      {open === "remove" ? <RemoveForm caseId={caseId} link={link} /> : null}
    </div>
  );
}

function RemoveForm({ caseId, link }: { readonly caseId: string; readonly link: LinkView }) {
  const t = useText(outlinesText);
  const requestId = useRequestId();
  const { change } = useLinks(caseId);
  const [reason, setReason] = useState("");
  return (
    <form
      className="outline-form stack-tight no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { id: link.id, requestId: requestId.current(), expectedVersion: link.version };
        change.mutate({ ...body, change: { type: "remove", reason } }, { onSettled: () => requestId.renew() });
      }}
    >
      <Labelled label={t("reason")}>
        <input
          className="field"
          required
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="link-reason"
        />
      </Labelled>
      <InlineProblem error={change.error} />
      <div>
        <Button size="small" danger htmlType="submit" loading={change.isPending} data-testid="link-remove-save">
          {t("remove")}
        </Button>
      </div>
    </form>
  );
}
