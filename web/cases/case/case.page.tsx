import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import type { Session } from "#access/access.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { mayReadAudit } from "#web/app/may.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { CaseHeader } from "#web/cases/case/case-header.tsx";
import { TABS, type Tab } from "#web/cases/case/tabs.ts";
import { caseText } from "#web/cases/case.text.ts";
import { useCase } from "#web/cases/use-case.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

const OverviewTab = lazy(async () => ({ default: (await import("#web/cases/overview/overview.page.tsx")).OverviewPage }));
const PartiesTab = lazy(async () => ({ default: (await import("#web/cases/parties/parties.page.tsx")).PartiesPage }));
const EvidenceTab = lazy(async () => ({ default: (await import("#web/evidence/evidence.page.tsx")).EvidencePage }));
const CaseDocumentsTab = lazy(async () => ({ default: (await import("#web/case-documents/documents.page.tsx")).DocumentsPage }));
const LedgersTab = lazy(async () => ({ default: (await import("#web/ledgers/ledgers.page.tsx")).LedgersPage }));
const WorkListTab = lazy(async () => ({ default: (await import("#web/work-list/work-list.page.tsx")).WorkListPage }));
const SamplingTab = lazy(async () => ({ default: (await import("#web/sampling/sampling.page.tsx")).SamplingPage }));
const DeliveriesTab = lazy(async () => ({ default: (await import("#web/deliveries/deliveries.page.tsx")).DeliveriesPage }));
const GainsTab = lazy(async () => ({ default: (await import("#web/gains/gains.page.tsx")).GainsPage }));
const ProceduresTab = lazy(async () => ({ default: (await import("#web/procedures/case-procedures.page.tsx")).CaseProceduresPage }));
const RecommendationsTab = lazy(async () => ({
  default: (await import("#web/recommendations/case-recommendations.page.tsx")).CaseRecommendationsPage,
}));
const ClocksTab = lazy(async () => ({ default: (await import("#web/deadlines/clocks.page.tsx")).ClocksPage }));
const LegalDocumentsTab = lazy(async () => ({ default: (await import("#web/legal-documents/case-documents.page.tsx")).CaseDocumentsPage }));
const AssessmentTab = lazy(async () => ({ default: (await import("#web/assessment/assessment.page.tsx")).AssessmentPage }));
const PublicInterestTab = lazy(async () => ({
  default: (await import("#web/public-interest/case-public-interest.page.tsx")).CasePublicInterestPage,
}));
const OutlineTab = lazy(async () => ({ default: (await import("#web/outlines/outline.page.tsx")).OutlinePage }));
const RemediesTab = lazy(async () => ({ default: (await import("#web/remedies/remedies.page.tsx")).RemediesPage }));
const AuditTab = lazy(async () => ({ default: (await import("#web/audit/case-audit.page.tsx")).CaseAuditPage }));

/** A case: one header line, tabs in the address, each tab loaded when it is opened. */
export function CasePage({ session }: { readonly session: Session }) {
  const { caseId = "", tab = "overview" } = useParams();
  const t = useText(caseText);
  const found = useCase(caseId);
  const chosen = TABS.find((known) => known === tab) ?? null;
  useWhere([
    { label: t("cases"), to: "/cases" },
    { label: found.data?.number ?? "…", to: `/cases/${caseId}` },
    ...(chosen === null ? [] : [{ label: t(chosen) }]),
  ]);
  if (found.isPending) return <Loading lines={8} />;
  if (found.isError) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  const member = found.data.members.some((one) => one.personId === session.person.id && one.until === null);
  return (
    <div className="stack">
      <CaseHeader detail={found.data} chosen={chosen} withAudit={member || mayReadAudit(session)} />
      <Suspense fallback={<Loading lines={6} />}>
        {chosen === null ? <Empty title={t("noSuchTab")} /> : <TabContent tab={chosen} detail={found.data} />}
      </Suspense>
    </div>
  );
}

function TabContent({ tab, detail }: { readonly tab: Tab; readonly detail: CaseDetail }) {
  switch (tab) {
    case "overview":
      return <OverviewTab detail={detail} />;
    case "parties":
      return <PartiesTab detail={detail} />;
    case "evidence":
      return <EvidenceTab detail={detail} />;
    case "case-documents":
      return <CaseDocumentsTab detail={detail} />;
    case "ledgers":
      return <LedgersTab detail={detail} />;
    case "work-list":
      return <WorkListTab detail={detail} />;
    case "sampling":
      return <SamplingTab detail={detail} />;
    case "deliveries":
      return <DeliveriesTab detail={detail} />;
    case "gains":
      return <GainsTab detail={detail} />;
    case "procedures":
      return <ProceduresTab detail={detail} />;
    case "recommendations":
      return <RecommendationsTab detail={detail} />;
    case "clocks":
      return <ClocksTab detail={detail} />;
    case "documents":
      return <LegalDocumentsTab detail={detail} />;
    case "assessment":
      return <AssessmentTab detail={detail} />;
    case "public-interest":
      return <PublicInterestTab detail={detail} />;
    case "outline":
      return <OutlineTab detail={detail} />;
    case "remedies":
      return <RemediesTab detail={detail} />;
    case "audit":
      return <AuditTab caseId={detail.id} />;
    default:
      return tab satisfies never;
  }
}
