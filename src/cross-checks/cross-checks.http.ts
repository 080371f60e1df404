import { ClueIdParams } from "#clues/clues.contract.ts";
import { actOnContact } from "#cross-checks/act-on-contact.command.ts";
import { askContact } from "#cross-checks/ask-contact.command.ts";
import { checkClue } from "#cross-checks/check-clue.query.ts";
import {
  ActOnContactRequest,
  AskContactRequest,
  Contact,
  ContactIdParams,
  ContactList,
  CrossCheck,
  FindContactsQuery,
  FindHitsQuery,
  HitList,
} from "#cross-checks/cross-checks.contract.ts";
import { getContact, listContacts } from "#cross-checks/list-contacts.query.ts";
import { listHits } from "#cross-checks/list-hits.query.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";

/** 线索串并. No route takes a value to look for: hits come of clues alone. */
export const crossChecksRoutes: readonly ServerRoute<BaseServices>[] = [
  defineRoute({
    method: "GET",
    path: "/clues/:clueId/cross-check",
    summary: { zh: "串并提示", en: "What a clue shares with others, by kind" },
    access: "signed-in",
    params: ClueIdParams,
    reply: CrossCheck,
    run: ({ database }: BaseServices, request) => checkClue(database, request, request.params.clueId),
  }),
  defineRoute({
    method: "POST",
    path: "/clues/:clueId/contacts",
    summary: { zh: "请求联系", en: "Ask the office behind a hit to talk" },
    access: "signed-in",
    params: ClueIdParams,
    body: AskContactRequest,
    reply: Contact,
    run: ({ database }: BaseServices, request) => askContact(database, request, request.params.clueId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/clue-hits",
    summary: { zh: "串并命中", en: "Hits of the office's own clues" },
    access: "signed-in",
    query: FindHitsQuery,
    reply: HitList,
    run: ({ database }: BaseServices, request) => listHits(database, request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/clue-contacts",
    summary: { zh: "联系请求", en: "Contacts the office asked for or was asked for" },
    access: "signed-in",
    query: FindContactsQuery,
    reply: ContactList,
    run: ({ database }: BaseServices, request) => listContacts(database, request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/clue-contacts/:contactId",
    summary: { zh: "一件联系", en: "A contact with what both sides show" },
    access: "signed-in",
    params: ContactIdParams,
    reply: Contact,
    run: ({ database }: BaseServices, request) => getContact(database, request, request.params.contactId),
  }),
  defineRoute({
    method: "POST",
    path: "/clue-contacts/:contactId/actions",
    summary: { zh: "答复、撤回、终止联系", en: "Agree to, decline, withdraw or end a contact" },
    access: "signed-in",
    params: ContactIdParams,
    body: ActOnContactRequest,
    reply: Contact,
    run: ({ database }: BaseServices, request) => actOnContact(database, request, request.params.contactId, request.body),
  }),
];
