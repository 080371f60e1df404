import { z } from "zod";
import type { AnchorFile } from "#audit/anchor.ts";
import { AuditEntryList, AuditVerification, FindAuditEntriesQuery } from "#audit/audit.contract.ts";
import { findEntries } from "#audit/find-entries.query.ts";
import { verifyAudit } from "#audit/verify-audit.command.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

export type AuditServices = BaseServices & { readonly anchors: AnchorFile };

/** 留痕 reading the audit and having it verified. */
export const auditRoutes: readonly ServerRoute<AuditServices>[] = [
  defineRoute({
    method: "GET",
    path: "/audit",
    summary: { zh: "查看操作留痕", en: "Read the audit" },
    access: "signed-in",
    query: FindAuditEntriesQuery,
    reply: AuditEntryList,
    run: ({ database }: BaseServices, { actor, requestId, query }) => findEntries(database, actor, requestId, query),
  }),
  defineRoute({
    method: "POST",
    path: "/audit/verification",
    summary: { zh: "核验留痕链", en: "Verify the audit chain" },
    access: "signed-in",
    body: z.object({}),
    reply: AuditVerification,
    run: (services: AuditServices, { actor, requestId, now }) => verifyAudit(services, actor, requestId, now),
  }),
];
