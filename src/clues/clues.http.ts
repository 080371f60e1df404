import type { Fingerprint } from "#audit/fingerprint.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import { ActOnClueRequest, Clue, ClueIdParams, ClueList, FindCluesQuery, RegisterClueRequest } from "#clues/clues.contract.ts";
import { getClue } from "#clues/get-clue.query.ts";
import { listClues } from "#clues/list-clues.query.ts";
import { registerClue } from "#clues/register-clue.command.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";

export type CluesServices = BaseServices & { readonly fingerprint: Fingerprint; readonly procedureTables: ProcedureTables };

/** 线索 */
export const cluesRoutes: readonly ServerRoute<CluesServices>[] = [
  defineRoute({
    method: "GET",
    path: "/clues",
    summary: { zh: "线索队列", en: "The queue of clues" },
    access: "signed-in",
    query: FindCluesQuery,
    reply: ClueList,
    run: (services: CluesServices, request) => listClues(services, request, request.query),
  }),
  defineRoute({
    method: "POST",
    path: "/clues",
    summary: { zh: "登记线索", en: "Register a clue by hand" },
    access: "signed-in",
    body: RegisterClueRequest,
    reply: Clue,
    run: ({ database }: CluesServices, request) => registerClue(database, request, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/clues/:clueId",
    summary: { zh: "一条线索", en: "A clue with its history" },
    access: "signed-in",
    params: ClueIdParams,
    reply: Clue,
    run: ({ database }: CluesServices, request) => getClue(database, request, request.params.clueId),
  }),
  defineRoute({
    method: "POST",
    path: "/clues/:clueId/actions",
    summary: { zh: "处理线索", en: "Confirm, hold, dismiss, merge, split or accept a clue" },
    access: "signed-in",
    params: ClueIdParams,
    body: ActOnClueRequest,
    reply: Clue,
    run: ({ database, procedureTables: tables }: CluesServices, request) =>
      actOnClue({ database, tables }, request, request.params.clueId, request.body),
  }),
];
