import { CountIdParams } from "#counts/counts.contract.ts";
import { getGroups } from "#groups/get-groups.query.ts";
import { ProtectedGroups } from "#groups/groups.contract.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

/** 特殊群体与规模 */
export const groupsRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "GET",
    path: "/counts/:countId/groups",
    summary: { zh: "特殊群体与规模", en: "Groups and scale of a finished count, small cells hidden" },
    access: "signed-in",
    params: CountIdParams,
    reply: ProtectedGroups,
    run: ({ database }: BaseServices, request) => getGroups(database, request, request.params.countId),
  }),
];
