import type { AuditVerification } from "#audit/audit.contract.ts";
import { auditText } from "#web/audit/audit.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Whether the chain holds; each entry that does not is named. */
export function VerificationResult({ result }: { readonly result: AuditVerification }) {
  const t = useText(auditText);
  const words = useWords();
  return (
    <section
      className={result.holds ? "panel verification verification-good" : "panel verification verification-bad"}
      data-testid="audit-result"
      data-holds={result.holds}
    >
      <h2 className={result.holds ? "good" : "bad"}>
        {result.holds
          ? `✓ ${t("holds", { entries: formatNumber(result.entries), anchors: result.anchors, head: result.head.slice(0, 12) })}`
          : `× ${t("broken", { n: result.problems.length })}`}
      </h2>
      {result.problems.length === 0 ? null : (
        <ul className="stack-tight">
          {result.problems.map((problem) => (
            <li key={`${problem.seq}-${problem.problem}`}>
              <strong className="figure">{t("entry", { seq: problem.seq })}</strong> {words(problem.sentence)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
