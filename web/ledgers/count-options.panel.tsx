import { Button } from "antd";
import { useState } from "react";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { useRequestCount } from "#web/ledgers/use-request-count.ts";
import { wordsOfKind } from "#web/words/words.text.ts";

const KEYS = ["resident-id", "mobile", "bank-card", "email", "wechat", "qq", "plate"] as const;

/** How to count: what an item is, what makes a duplicate, the day for ages. */
export function CountOptionsPanel({
  caseId,
  evidence,
  onClose,
  onStarted,
}: {
  readonly caseId: string;
  readonly evidence: number;
  readonly onClose: () => void;
  readonly onStarted: (countId: string) => void;
}) {
  const t = useText(ledgersText);
  const words = useWords();
  const requestCount = useRequestCount(caseId);
  const requestId = useRequestId();
  const [item, setItem] = useState<"record" | "person">("record");
  const [key, setKey] = useState("auto");
  const [definitions, setDefinitions] = useState(true);
  const [asOf, setAsOf] = useState(() => dayOf(new Date()));
  return (
    <SidePanel title={t("newCount")} onClose={onClose} testId="count-options">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          requestCount.mutate(
            { requestId: requestId.current(), evidenceIds: [], options: { item, key, asOf, definitions } },
            { onSuccess: (count) => onStarted(count.id) },
          );
        }}
      >
        <p>{t("all", { n: evidence })}</p>
        <Choice
          showLabel
          label={t("item")}
          value={item}
          onChange={(value) => setItem(value === "person" ? "person" : "record")}
          options={[
            ["record", t("record")],
            ["person", t("person")],
          ]}
          testId="count-item"
        />
        <Choice
          showLabel
          label={t("key")}
          value={key}
          onChange={setKey}
          options={[
            ["auto", t("keyAuto")],
            ["row", t("keyRow")],
            ...KEYS.map((kind): [string, string] => [kind, words(wordsOfKind(kind))]),
          ]}
          testId="count-key"
        />
        <Labelled label={t("asOf")} reason={t("asOfReason")}>
          <input className="field" type="date" required value={asOf} onChange={(event) => setAsOf(event.target.value)} />
        </Labelled>
        <label className="line">
          <input
            type="checkbox"
            checked={definitions}
            onChange={(event) => setDefinitions(event.target.checked)}
            data-testid="count-definitions"
          />
          {t("withDefinitions")}
        </label>
        <InlineProblem error={requestCount.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={requestCount.isPending} disabled={evidence === 0} data-testid="count-start">
            {t("start")}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
