import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import { type ChangeCountServices, changeCount } from "#counts/change-count.command.ts";
import type { ChangeCountRequest, Count } from "#counts/counts.contract.ts";
import type { Outcome } from "#refusals/refusal.ts";

/** 重新计数 a failed or cancelled count goes back to the queue; what is left of its rows is removed. */
export function retryCount(
  services: ChangeCountServices,
  asking: Asking,
  countId: string,
  request: z.infer<typeof ChangeCountRequest>,
): Promise<Outcome<Count>> {
  return changeCount(services, asking, countId, request, "retry");
}
