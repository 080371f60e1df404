import type { CountProof } from "#assessments/assessments.contract.ts";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { useText } from "#web/design/text/language.tsx";
import "#web/assessment/sources/sources.css";

/** Says that the count behind the figures is not proved, or that whoever looks cannot know; nothing where it is proved. */
export function ProofNotice({ proof }: { readonly proof: CountProof | null }) {
  const t = useText(sourcesText);
  if (proof?.proved) return null;
  return (
    <p className="proof-notice small" role="note" data-testid="not-proved">
      {proof === null ? (
        t("proofUnknown")
      ) : (
        <>
          <strong>{t("unproved", { a: formatNumber(proof.open.A), b: formatNumber(proof.open.B) })}</strong>
          {proof.recount ? ` ${t("recount")}` : ""}
          {proof.printable ? ` ${t("overridden")}` : ""}
        </>
      )}
    </p>
  );
}
