import { z } from "zod";
import type { Words } from "#web/design/text/text.ts";

/** The body of every answer that is not good, as the server writes it. */
const ErrorBody = z.object({
  error: z.object({
    kind: z.string(),
    message: z.object({ zh: z.string(), en: z.string() }),
    detail: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string().nullish(),
  }),
});

export type Failure = { readonly kind: string; readonly sentence: Words; readonly requestId: string | null };

/** What a request threw, with its sentence; code compares `failure.kind`. */
export class RequestFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, cause?: unknown) {
    super(failure.kind, { cause });
    this.failure = failure;
  }
}

export const UNREACHABLE: Failure = {
  kind: "unreachable",
  sentence: {
    zh: "连不上服务器，请检查网络后重试；已填写的内容保留在本页。",
    en: "The server cannot be reached. Check the network and try again; what you typed is kept.",
  },
  requestId: null,
};

export const SESSION_LEFT: Failure = {
  kind: "session-left",
  sentence: { zh: "登录已结束，内容没有提交。", en: "The session was left; nothing was sent." },
  requestId: null,
};

/** Reads the body of a failed answer; one that is not ours (a proxy's page) becomes a plain sentence with its status. */
export function parseFailure(status: number, text: string, requestId: string | null): Failure {
  const parsed = ErrorBody.safeParse(readJson(text));
  if (parsed.success) {
    const { kind, message, requestId: own } = parsed.data.error;
    return { kind, sentence: message, requestId: own ?? requestId };
  }
  return {
    kind: "unexpected-answer",
    sentence: { zh: `服务器的答复无法读取（${status}），请重试。`, en: `The server's answer could not be read (${status}). Try again.` },
    requestId,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // no JSON is what a proxy or a dying server sends: the caller words it
    return null;
  }
}
