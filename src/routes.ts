import { accessRoutes } from "#access/access.http.ts";
import { type AssessmentsServices, assessmentsRoutes } from "#assessments/assessments.http.ts";
import { type AuditServices, auditRoutes } from "#audit/audit.http.ts";
import { type CaseDocumentsServices, caseDocumentsRoutes } from "#case-documents/case-documents.http.ts";
import { casesRoutes } from "#cases/cases.http.ts";
import { type ChargesServices, chargesRoutes } from "#charges/charges.http.ts";
import { type CluesServices, cluesRoutes } from "#clues/clues.http.ts";
import { clueRulesRoutes } from "#clues/rules/clue-rules.http.ts";
import { type CountsServices, countsRoutes } from "#counts/counts.http.ts";
import { meaningRoutes } from "#counts/meaning.http.ts";
import { crossChecksRoutes } from "#cross-checks/cross-checks.http.ts";
import { type DeadlinesServices, deadlinesRoutes } from "#deadlines/deadlines.http.ts";
import { type DeliveriesServices, deliveriesRoutes } from "#deliveries/deliveries.http.ts";
import { type EvidenceServices, evidenceRoutes } from "#evidence/evidence.http.ts";
import { gainsRoutes } from "#gains/gains.http.ts";
import { groupsRoutes } from "#groups/groups.http.ts";
import type { ServerRoute } from "#http/route.ts";
import { type LawServices, lawRoutes } from "#law/law.http.ts";
import { type LegalDocumentsServices, legalDocumentsRoutes } from "#legal-documents/legal-documents.http.ts";
import { documentTemplatesRoutes } from "#legal-documents/templates.http.ts";
import { type LexiconsServices, lexiconsRoutes } from "#lexicons/lexicons.http.ts";
import { type LibraryServices, libraryRoutes } from "#library/library.http.ts";
import { measuresRoutes } from "#measures/measures.http.ts";
import { officesRoutes } from "#offices/offices.http.ts";
import { type OutlinesServices, outlinesRoutes } from "#outlines/outlines.http.ts";
import { type ProceduresServices, proceduresRoutes } from "#procedures/procedures.http.ts";
import { processNoticesRoutes } from "#process-notices/process-notices.http.ts";
import { publicInterestRoutes } from "#public-interest/public-interest.http.ts";
import { type RecommendationsServices, recommendationsRoutes } from "#recommendations/recommendations.http.ts";
import { type RemediesServices, remediesRoutes } from "#remedies/remedies.http.ts";
import { reportsRoutes } from "#reports/reports.http.ts";
import { samplingRoutes } from "#sampling/sampling.http.ts";
import { type TransfersServices, transfersRoutes } from "#transfers/transfers.http.ts";

/** What the operations of all slices may use. */
export type AllServices = DeadlinesServices &
  ProceduresServices &
  CluesServices &
  TransfersServices &
  LegalDocumentsServices &
  OutlinesServices &
  RecommendationsServices &
  RemediesServices &
  CaseDocumentsServices &
  LibraryServices &
  LexiconsServices &
  AuditServices &
  EvidenceServices &
  CountsServices &
  DeliveriesServices &
  AssessmentsServices &
  LawServices &
  ChargesServices;

/** Every route of the server; the refusal suite walks this list, the documentation describes it. */
export const allRoutes: readonly ServerRoute<AllServices>[] = [
  ...accessRoutes,
  ...officesRoutes,
  ...casesRoutes,
  ...evidenceRoutes,
  ...countsRoutes,
  ...meaningRoutes,
  ...reportsRoutes,
  ...deadlinesRoutes,
  ...measuresRoutes,
  ...proceduresRoutes,
  ...cluesRoutes,
  ...clueRulesRoutes,
  ...transfersRoutes,
  ...crossChecksRoutes,
  ...legalDocumentsRoutes,
  ...documentTemplatesRoutes,
  ...outlinesRoutes,
  ...processNoticesRoutes,
  ...recommendationsRoutes,
  ...remediesRoutes,
  ...caseDocumentsRoutes,
  ...groupsRoutes,
  ...deliveriesRoutes,
  ...gainsRoutes,
  ...samplingRoutes,
  ...assessmentsRoutes,
  ...lawRoutes,
  ...chargesRoutes,
  ...publicInterestRoutes,
  ...libraryRoutes,
  ...lexiconsRoutes,
  ...auditRoutes,
];
