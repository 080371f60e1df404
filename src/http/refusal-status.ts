import { type Refusal, type RefusalKind, sentenceOf } from "#refusals/refusal.ts";

/** The one table from kind to HTTP status; nothing else knows a status of a refusal. */
export const STATUS = {
  "not-signed-in": 401,
  "sign-in-failed": 401,
  "locked-out": 429,
  "session-expired": 401,
  "forged-request": 403,
  "too-many-requests": 429,
  "not-permitted": 403,
  "not-found": 404,
  "wrong-state": 409,
  "wrong-step": 409,
  "condition-not-met": 409,
  "needs-confirmation": 409,
  "custody-open": 409,
  "list-changed": 409,
  "stale-version": 409,
  "already-signed": 409,
  "already-exists": 409,
  "invalid-input": 400,
  "too-large": 413,
  "upload-cut-off": 400,
  "storage-full": 507,
  "evidence-damaged": 409,
  "evidence-missing": 409,
  "internal-fault": 500,
} as const satisfies Record<RefusalKind, number>;

/** The body of every answer that is not a good one. */
export function buildErrorBody(refusal: Refusal, requestId: string) {
  return {
    error: {
      kind: refusal.kind,
      message: { zh: sentenceOf(refusal, "zh"), en: sentenceOf(refusal, "en") },
      detail: refusal.detail,
      requestId,
    },
  };
}

/** Refusals of signed-in persons that are audit entries: what they may not, what is not there for them, what came too late. */
export function isAudited(kind: RefusalKind): boolean {
  const status: number = STATUS[kind];
  return status === 403 || status === 404 || status === 409;
}
