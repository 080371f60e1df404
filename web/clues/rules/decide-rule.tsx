import { Button } from "antd";
import { useState } from "react";
import type { ClueRule, RuleDecision } from "#clues/rules/clue-rules.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { ReasonField } from "#web/clues/acts/reason-form.tsx";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { useDecideRule } from "#web/clues/rules/use-rules.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

/** Retires or keeps a rule for one's office, with the reason; the other word can be given at any time. */
export function DecideRule({ rule }: { readonly rule: ClueRule }) {
  const t = useText(rulesText);
  const decide = useDecideRule();
  const requestId = useRequestId();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = (decision: RuleDecision) => {
    setTried(true);
    if (reason.trim() === "") return;
    const body = { requestId: requestId.current(), rule: rule.rule, expectedVersion: rule.version, decision, reason: reason.trim() };
    decide.mutate(body, { onSettled: () => requestId.renew() });
  };
  return (
    <section className="form-inset stack-tight" aria-label={t("decide")} data-testid="decide-rule">
      <h3>{t("decide")}</h3>
      <p className="quiet small">{t("retiredHow")}</p>
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <div className="line">
        {(["retire", "keep"] as const).map((decision) => (
          <Button
            key={decision}
            loading={decide.isPending}
            disabled={rule.decided?.decision === decision}
            onClick={() => submit(decision)}
            data-testid={`rule-${decision}`}
          >
            {t(decision)}
          </Button>
        ))}
      </div>
      <InlineProblem error={decide.error} testId="rule-problem" />
    </section>
  );
}
