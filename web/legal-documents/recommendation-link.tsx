import { Link } from "react-router";
import type { LegalDocument } from "#legal-documents/legal-documents.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";
import { useCaseRecommendations } from "#web/recommendations/use-recommendations.ts";

/** 回到检察建议 a 检察建议书 goes out and is answered at its recommendation: the way back, and what is done there next. */
export function RecommendationLink({ caseId, document }: { readonly caseId: string; readonly document: LegalDocument }) {
  const t = useText(documentsText);
  const found = useCaseRecommendations(caseId);
  const waiting = (found.data?.items ?? []).filter(({ status }) => status === "approved" || status === "issued");
  const [one, ...more] = waiting;
  const address = one === undefined || more.length > 0 ? "" : `?${new URLSearchParams({ recommendation: one.id })}`;
  return (
    <p className="small document-recommendation" data-testid="document-recommendation">
      {t(document.issuedOn === null ? "ofRecommendation" : "ofRecommendationIssued")}{" "}
      <Link to={`/cases/${caseId}/recommendations${address}`}>{t("openRecommendation")}</Link>
    </p>
  );
}
