import { CaseIdParams } from "#cases/cases.contract.ts";
import { cureDefect } from "#evidence/cure-defect.command.ts";
import {
  CureDefectRequest,
  EvidenceDetail,
  EvidenceIdParams,
  EvidenceItem,
  EvidenceList,
  RecordCustodyRequest,
  RecordTransferRequest,
  TakeInEvidenceQuery,
  VerifyEvidenceRequest,
} from "#evidence/evidence.contract.ts";
import { getEvidence } from "#evidence/get-evidence.query.ts";
import { listEvidence } from "#evidence/list-evidence.query.ts";
import { recordCustody } from "#evidence/record-custody.command.ts";
import { recordTransfer } from "#evidence/record-transfer.command.ts";
import { takeInEvidence } from "#evidence/take-in-evidence.command.ts";
import type { Vault } from "#evidence/vault.ts";
import { verifyEvidence } from "#evidence/verify-evidence.command.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

export type EvidenceServices = BaseServices & { readonly vault: Vault };

/** 证据 */
export const evidenceRoutes: readonly ServerRoute<EvidenceServices>[] = [
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/evidence",
    summary: { zh: "证据目录", en: "Evidence of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: EvidenceList,
    run: ({ database }: EvidenceServices, request) => listEvidence(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/evidence",
    summary: { zh: "接收证据", en: "Take in a file as evidence" },
    access: "signed-in",
    intake: "stream",
    params: CaseIdParams,
    query: TakeInEvidenceQuery,
    reply: EvidenceItem,
    run: (services: EvidenceServices, request) => {
      const { requestId, path } = request.query;
      const upload = { requestId, path, stream: request.stream, announcedBytes: request.contentLength };
      return takeInEvidence(services, request, request.params.caseId, upload);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/evidence/:evidenceId",
    summary: { zh: "查看证据", en: "Read a piece of evidence" },
    access: "signed-in",
    params: EvidenceIdParams,
    reply: EvidenceDetail,
    run: ({ database }: EvidenceServices, request) => getEvidence(database, request, request.params.evidenceId),
  }),
  defineRoute({
    method: "POST",
    path: "/evidence/:evidenceId/custody",
    summary: { zh: "登记保管信息", en: "Record custody" },
    access: "signed-in",
    params: EvidenceIdParams,
    body: RecordCustodyRequest,
    reply: EvidenceDetail,
    run: ({ database }: EvidenceServices, request) => recordCustody(database, request, request.params.evidenceId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/evidence/:evidenceId/transfers",
    summary: { zh: "登记移交", en: "Record a transfer" },
    access: "signed-in",
    params: EvidenceIdParams,
    body: RecordTransferRequest,
    reply: EvidenceDetail,
    run: ({ database }: EvidenceServices, request) => recordTransfer(database, request, request.params.evidenceId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/evidence/:evidenceId/cures",
    summary: { zh: "补正瑕疵", en: "Make a defect good" },
    access: "signed-in",
    params: EvidenceIdParams,
    body: CureDefectRequest,
    reply: EvidenceDetail,
    run: ({ database }: EvidenceServices, request) => cureDefect(database, request, request.params.evidenceId, request.body),
  }),
  defineRoute({
    method: "POST",
    path: "/evidence/:evidenceId/verification",
    summary: { zh: "核验证据", en: "Verify stored evidence" },
    access: "signed-in",
    params: EvidenceIdParams,
    body: VerifyEvidenceRequest,
    reply: EvidenceDetail,
    run: (services: EvidenceServices, request) => verifyEvidence(services, request, request.params.evidenceId, request.body),
  }),
];
