import { z } from "zod";
import { Session, SignInRequest } from "#access/access.contract.ts";
import { findSession } from "#access/find-session.query.ts";
import { signIn } from "#access/sign-in.command.ts";
import { signOut } from "#access/sign-out.command.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { done } from "#refusals/refusal.ts";

/** 登录与退出 the routes of the session. */
export const accessRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "POST",
    path: "/session",
    summary: { zh: "登录", en: "Sign in" },
    access: "public",
    limit: "sign-in",
    body: SignInRequest,
    reply: Session,
    run: async (services: BaseServices, { body, now, requestId, sessionCookie }) => {
      const outcome = await signIn(services, { ...body, now, requestId, priorToken: sessionCookie.token });
      if (!outcome.ok) return outcome;
      sessionCookie.set(outcome.value.token, outcome.value.expiresAt);
      return done(outcome.value.session);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/session",
    summary: { zh: "当前登录人员", en: "Who is signed in" },
    access: "signed-in",
    reply: Session,
    run: async ({ database }: BaseServices, { sessionCookie, now }) => {
      const found = await findSession(database, sessionCookie.token, now);
      return found.ok ? done(found.value.session) : found;
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/session",
    summary: { zh: "退出", en: "Sign out" },
    access: "signed-in",
    reply: z.object({}),
    run: async ({ database }: BaseServices, { actor, now, requestId, sessionCookie }) => {
      if (sessionCookie.token !== null) await signOut(database, { actor, token: sessionCookie.token, now, requestId });
      sessionCookie.clear();
      return done({});
    },
  }),
];
