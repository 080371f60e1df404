import { CaseIdParams } from "#cases/cases.contract.ts";
import {
  DeliveryCount,
  DeliveryReading,
  DeliveryTable,
  DeliveryTableIdParams,
  DeliveryTableList,
  ReadDeliveriesQuery,
  RecordDeliveriesRequest,
  TryDeliveriesRequest,
} from "#deliveries/deliveries.contract.ts";
import { getDeliveryTable } from "#deliveries/get-delivery-table.query.ts";
import { listDeliveries } from "#deliveries/list-deliveries.query.ts";
import { readDeliveryUpload } from "#deliveries/read-delivery-upload.query.ts";
import { recordDeliveries } from "#deliveries/record-deliveries.command.ts";
import { tryDeliveries } from "#deliveries/try-deliveries.query.ts";
import { defineRoute } from "#http/define-route.ts";
import type { BaseServices, ServerRoute } from "#http/route.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

export type DeliveriesServices = BaseServices & { readonly provisions: Provisions };

/** 流转 */
export const deliveriesRoutes: readonly ServerRoute<DeliveriesServices>[] = [
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/deliveries/trial",
    summary: { zh: "试算流转条数（不保存）", en: "Count deliveries under article 11; stores nothing" },
    access: "signed-in",
    params: CaseIdParams,
    body: TryDeliveriesRequest,
    reply: DeliveryCount,
    run: (services: DeliveriesServices, request) => tryDeliveries(services, request, request.params.caseId, request.body.deliveries),
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/deliveries/reading",
    summary: { zh: "读取流转表文件（不保存）", en: "Read a file of deliveries; stores nothing" },
    access: "signed-in",
    intake: "stream",
    params: CaseIdParams,
    query: ReadDeliveriesQuery,
    reply: DeliveryReading,
    run: ({ database }: DeliveriesServices, request) => {
      const upload = { name: request.query.name, stream: request.stream, signal: request.signal };
      return readDeliveryUpload(database, request, request.params.caseId, upload);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/cases/:caseId/deliveries",
    summary: { zh: "记录流转表", en: "Record a table of deliveries" },
    access: "signed-in",
    params: CaseIdParams,
    body: RecordDeliveriesRequest,
    reply: DeliveryTable,
    run: (services: DeliveriesServices, request) => recordDeliveries(services, request, request.params.caseId, request.body),
  }),
  defineRoute({
    method: "GET",
    path: "/cases/:caseId/deliveries",
    summary: { zh: "流转表目录", en: "Tables of deliveries of a case" },
    access: "signed-in",
    params: CaseIdParams,
    reply: DeliveryTableList,
    run: ({ database }: DeliveriesServices, request) => listDeliveries(database, request, request.params.caseId),
  }),
  defineRoute({
    method: "GET",
    path: "/delivery-tables/:deliveryTableId",
    summary: { zh: "查看流转表", en: "Read a table of deliveries" },
    access: "signed-in",
    params: DeliveryTableIdParams,
    reply: DeliveryTable,
    run: ({ database }: DeliveriesServices, request) => getDeliveryTable(database, request, request.params.deliveryTableId),
  }),
];
