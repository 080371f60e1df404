import { Button } from "antd";
import { useState } from "react";
import type { CaseCorrection } from "#counts/corrections.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem, Problem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { useCorrect, useCorrections } from "#web/ledgers/use-corrections.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

/** Every correction of the case, withdrawn ones too: who, when, why. */
export function CorrectionList({ caseId, mayCorrect }: { readonly caseId: string; readonly mayCorrect: boolean }) {
  const t = useText(ledgersText);
  const corrections = useCorrections(caseId);
  if (corrections.isPending) return null;
  if (corrections.isError) return <Problem error={corrections.error} onRetry={() => corrections.refetch()} />;
  if (corrections.data.items.length === 0) return null;
  return (
    <div className="stack-tight" data-testid="corrections">
      <h3>{t("corrections")}</h3>
      <ul className="stack-tight">
        {corrections.data.items.map((one) => (
          <CorrectionItem key={one.id} caseId={caseId} item={one} mayCorrect={mayCorrect} />
        ))}
      </ul>
    </div>
  );
}

function CorrectionItem({
  caseId,
  item,
  mayCorrect,
}: {
  readonly caseId: string;
  readonly item: CaseCorrection;
  readonly mayCorrect: boolean;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const signs = useSigns();
  const [reason, setReason] = useState("");
  const requestId = useRequestId();
  const { withdraw } = useCorrect(caseId);
  const { correction, withdrawn } = item;
  const what =
    correction.type === "column"
      ? `${(correction.shape ?? correction.source ?? "").slice(0, 40)} · ${correction.column} → ${correction.kind === null ? t("noMeaning") : words(wordsOfKind(correction.kind))}`
      : correction.type === "tier"
        ? `${words(wordsOfKind(correction.of))} → ${correction.tier}`
        : correction.type === "item"
          ? `${t("item")} → ${t(correction.item)}`
          : correction.type === "key"
            ? `${t("key")} → ${correction.key}`
            : `${(correction.shape ?? correction.source ?? "").slice(0, 40)} · ${words(correction.header ? { zh: "首行是表头", en: "the first row is the header" } : { zh: "首行是数据", en: "the first row is a record" })}`;
  return (
    <li data-testid="correction">
      <div className="line">
        <span className="mono break">{what}</span>
        {withdrawn === null ? null : <Mark tone="quiet">{t("withdrawn")}</Mark>}
      </div>
      <div className="quiet small">
        {correction.reason} · {item.by} · {formatMoment(item.at)}
        {withdrawn === null ? null : ` · ${signs.pair(withdrawn.by, withdrawn.reason)}`}
      </div>
      {mayCorrect && withdrawn === null ? (
        <details>
          <summary className="small">{t("withdraw")}</summary>
          <div className="line">
            <input
              className="field"
              aria-label={t("correctionReason")}
              placeholder={t("correctionReason")}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              size="small"
              disabled={reason.trim() === ""}
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ id: item.id, requestId: requestId.current(), reason })}
            >
              {t("withdraw")}
            </Button>
          </div>
          <InlineProblem error={withdraw.error} />
        </details>
      ) : null}
    </li>
  );
}
