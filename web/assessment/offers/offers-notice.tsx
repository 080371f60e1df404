import { Link } from "react-router";
import { offersText } from "#web/assessment/offers/offers.text.ts";
import type { useOffers } from "#web/assessment/offers/use-offers.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

/** Above the form: that documents have something to offer, or where to confirm it first. */
export function OffersNotice({
  caseId,
  offers: { facts, many },
}: {
  readonly caseId: string;
  readonly offers: ReturnType<typeof useOffers>;
}) {
  const t = useText(offersText);
  if (facts.isPending) return null;
  if (facts.isError) return <InlineProblem error={facts.error} />;
  if (many > 0)
    return (
      <p className="quiet small offers-notice" data-testid="offers-some">
        {t("some", { n: many })}
      </p>
    );
  return (
    <p className="quiet small offers-none offers-notice" data-testid="offers-none">
      {t("noneConfirmed")} <Link to={`/cases/${caseId}/case-documents`}>{t("openDocuments")}</Link>
    </p>
  );
}
