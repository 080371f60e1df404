import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import { findOffices } from "#offices/find-offices.query.ts";
import { findPeople } from "#offices/find-people.query.ts";
import { FindPeopleQuery, OfficeList, PersonList } from "#offices/offices.contract.ts";

/** 检察院与人员 who there is. */
export const officesRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "GET",
    path: "/offices",
    summary: { zh: "各级检察院", en: "Procuratorates" },
    access: "signed-in",
    reply: OfficeList,
    run: ({ database }: BaseServices, { actor }) => findOffices(database, actor),
  }),
  defineRoute({
    method: "GET",
    path: "/people",
    summary: { zh: "查找人员", en: "Find people" },
    access: "signed-in",
    query: FindPeopleQuery,
    reply: PersonList,
    run: ({ database }: BaseServices, { actor, requestId, query }) => findPeople(database, actor, requestId, query),
  }),
];
