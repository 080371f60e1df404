import { lazy, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import type { Session } from "#access/access.contract.ts";
import { FaultBoundary } from "#web/app/fault-boundary.tsx";
import { mayReadAudit, mayWorkOnCases } from "#web/app/may.ts";
import { Shell } from "#web/app/shell/shell.tsx";
import { SignInAgain } from "#web/app/sign-in-again.tsx";
import { Loading } from "#web/design/state/state.tsx";
import { NotFoundPage } from "#web/not-found/not-found.page.tsx";
import { TodayPage } from "#web/today/today.page.tsx";

const CasesPage = lazy(async () => ({ default: (await import("#web/cases/list/cases.page.tsx")).CasesPage }));
const ProceduresPage = lazy(async () => ({ default: (await import("#web/procedures/list/procedures.page.tsx")).ProceduresPage }));
const CasePage = lazy(async () => ({ default: (await import("#web/cases/case/case.page.tsx")).CasePage }));
const CluesPage = lazy(async () => ({ default: (await import("#web/clues/clues.page.tsx")).CluesPage }));
const RulesPage = lazy(async () => ({ default: (await import("#web/clues/rules/rules.page.tsx")).RulesPage }));
const TransfersPage = lazy(async () => ({ default: (await import("#web/transfers/transfers.page.tsx")).TransfersPage }));
const ContactsPage = lazy(async () => ({ default: (await import("#web/cross-checks/contacts.page.tsx")).ContactsPage }));
const CapturePage = lazy(async () => ({ default: (await import("#web/clues/capture/capture.page.tsx")).CapturePage }));
const LexiconPage = lazy(async () => ({ default: (await import("#web/lexicons/lexicon.page.tsx")).LexiconPage }));
const LibraryPage = lazy(async () => ({ default: (await import("#web/library/library.page.tsx")).LibraryPage }));
const LawPage = lazy(async () => ({ default: (await import("#web/law/law.page.tsx")).LawPage }));
const WallPage = lazy(async () => ({ default: (await import("#web/deadlines/wall.page.tsx")).WallPage }));
const CustodyPage = lazy(async () => ({ default: (await import("#web/measures/custody.page.tsx")).CustodyPage }));
const TemplatesPage = lazy(async () => ({ default: (await import("#web/legal-documents/templates.page.tsx")).TemplatesPage }));
const RecommendationBoardPage = lazy(async () => ({
  default: (await import("#web/recommendations/board.page.tsx")).RecommendationBoardPage,
}));
const AuditPage = lazy(async () => ({ default: (await import("#web/audit/audit.page.tsx")).AuditPage }));

/** Address -> page. What a role may not open is not offered; typing its address gets the server's refusal in place. */
export function Routing({ session }: { readonly session: Session }) {
  const { pathname } = useLocation();
  const startsInAudit = !mayWorkOnCases(session) && mayReadAudit(session);
  return (
    <Shell session={session}>
      <FaultBoundary key={pathname}>
        <Suspense fallback={<Loading lines={6} />}>
          <Routes>
            <Route path="/" element={startsInAudit ? <Navigate to="/audit" replace /> : <TodayPage session={session} />} />
            <Route path="/cases" element={<CasesPage session={session} />} />
            <Route path="/cases/:caseId" element={<CasePage session={session} />} />
            <Route path="/cases/:caseId/:tab" element={<CasePage session={session} />} />
            <Route path="/clues" element={<CluesPage session={session} />} />
            <Route path="/clues/contacts" element={<ContactsPage />} />
            <Route path="/clues/rules" element={<RulesPage session={session} />} />
            <Route path="/clues/capture" element={<CapturePage session={session} />} />
            <Route path="/clues/lexicon" element={<LexiconPage />} />
            <Route path="/procedures" element={<ProceduresPage />} />
            <Route path="/clues/transfers" element={<TransfersPage session={session} />} />
            <Route path="/library" element={<LibraryPage />} />
            <Route path="/law" element={<LawPage />} />
            <Route path="/law/:part" element={<LawPage />} />
            <Route path="/deadlines" element={<WallPage session={session} />} />
            <Route path="/recommendations" element={<RecommendationBoardPage />} />
            <Route path="/deadlines/custody" element={<CustodyPage />} />
            <Route path="/documents" element={<TemplatesPage />} />
            <Route path="/audit" element={<AuditPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </FaultBoundary>
      <SignInAgain account={session.person.account} />
    </Shell>
  );
}
