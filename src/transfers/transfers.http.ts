import { ClueIdParams } from "#clues/clues.contract.ts";
import { defineFileRoute, defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import { actOnTransfer } from "#transfers/act-on-transfer.command.ts";
import { ImportBundleRequest, ImportedBundle } from "#transfers/bundles/bundle.contract.ts";
import { exportBundle } from "#transfers/bundles/export-bundle.command.ts";
import { importBundle } from "#transfers/bundles/import-bundle.command.ts";
import type { TransferKeys } from "#transfers/bundles/seal-bundle.ts";
import { handOverClue, type TransferParts } from "#transfers/hand-over-clue.command.ts";
import { getTransfer, listTransfers } from "#transfers/list-transfers.query.ts";
import type { TransferClocks } from "#transfers/transfer-clocks.contract.ts";
import {
  ActOnTransferRequest,
  FindTransfersQuery,
  HandOverRequest,
  Transfer,
  TransferIdParams,
  TransferList,
} from "#transfers/transfers.contract.ts";

export type TransfersServices = BaseServices & {
  readonly procedureTables: ProcedureTables;
  readonly documentKinds: DocumentKinds;
  readonly lawBooks: Pick<TransferParts, "calendar">;
  readonly transferClocks: TransferClocks;
  readonly transferKeys: TransferKeys;
};

const partsOf = ({ database, procedureTables, documentKinds, lawBooks, transferClocks }: TransfersServices): TransferParts => ({
  database,
  tables: procedureTables,
  kinds: documentKinds,
  calendar: lawBooks.calendar,
  clocks: transferClocks,
});

/** 线索移送 */
export const transfersRoutes: readonly ServerRoute<TransfersServices>[] = [
  defineRoute({
    method: "POST",
    path: "/clues/:clueId/transfers",
    summary: { zh: "移送线索", en: "Hand a clue over" },
    access: "signed-in",
    params: ClueIdParams,
    body: HandOverRequest,
    reply: Transfer,
    run: (services: TransfersServices, request) => handOverClue(partsOf(services), request, request.params.clueId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/transfers",
    summary: { zh: "移送看板", en: "Transfers by leg and age" },
    access: "signed-in",
    query: FindTransfersQuery,
    reply: TransferList,
    run: ({ database }: TransfersServices, request) => listTransfers(database, request, request.query),
  }),
  defineRoute({
    method: "GET",
    path: "/transfers/:transferId",
    summary: { zh: "一件移送", en: "A transfer with its clocks and history" },
    access: "signed-in",
    params: TransferIdParams,
    reply: Transfer,
    run: ({ database }: TransfersServices, request) => getTransfer(database, request, request.params.transferId),
  }),
  defineRoute({
    method: "POST",
    path: "/transfers/:transferId/actions",
    summary: { zh: "办理移送", en: "Register, forward, receive, accept, decline, report up or feed back" },
    access: "signed-in",
    params: TransferIdParams,
    body: ActOnTransferRequest,
    reply: Transfer,
    run: (services: TransfersServices, request) => actOnTransfer(partsOf(services), request, request.params.transferId, request.body),
  }),
  defineFileRoute({
    method: "GET",
    path: "/transfers/:transferId/bundle",
    summary: { zh: "导出移送包", en: "A forwarded transfer as a signed file" },
    access: "signed-in",
    params: TransferIdParams,
    run: ({ database, transferKeys: keys }: TransfersServices, request) =>
      exportBundle({ database, keys }, request, request.params.transferId),
  }),
  defineRoute({
    method: "POST",
    path: "/transfer-bundles",
    summary: { zh: "导入移送包或者回执", en: "Take in a signed bundle or receipt" },
    access: "signed-in",
    body: ImportBundleRequest,
    reply: ImportedBundle,
    run: (services: TransfersServices, request) =>
      importBundle({ ...partsOf(services), keys: services.transferKeys }, request, request.body),
  }),
];
