import { Button } from "antd";
import { formatMoment } from "#web/design/date/date.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { templatesText } from "#web/legal-documents/templates.text.ts";
import { useWaiting } from "#web/legal-documents/use-documents.ts";

/** 待审批 documents of the own office that wait for a leader, the longest waiting first. */
export function WaitingView({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const t = useText(templatesText);
  const words = useWords();
  const waiting = useWaiting();
  if (waiting.isPending) return <Loading lines={2} />;
  if (waiting.isError) return <Problem error={waiting.error} onRetry={() => waiting.refetch()} />;
  return (
    <section className="panel stack-tight" data-testid="waiting">
      <h2>
        {t("waiting")} <span className="quiet figure">{waiting.data.items.length}</span>
      </h2>
      {waiting.data.items.length === 0 ? <p className="quiet small">{t("nothingWaits")}</p> : null}
      <ul className="document-history">
        {waiting.data.items.map(({ id, kindName, case: of, addressee, draftedBy, updatedAt }) => (
          <li key={id} className="line between">
            <span className="break">
              <Button
                type="link"
                style={{ padding: 0, height: "auto", whiteSpace: "normal", textAlign: "left" }}
                onClick={() => onOpen(id)}
                data-testid="waiting-document"
              >
                {words(kindName)}
              </Button>{" "}
              <span className="quiet">{[of?.number, addressee].filter(Boolean).join(" · ")}</span>
            </span>
            <span className="quiet small">
              {draftedBy} · {formatMoment(updatedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
