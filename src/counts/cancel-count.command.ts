import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import { type ChangeCountServices, changeCount } from "#counts/change-count.command.ts";
import type { ChangeCountRequest, Count } from "#counts/counts.contract.ts";
import type { Outcome } from "#refusals/refusal.ts";

/** 取消计数 a waiting count is cancelled at once, a running one as soon as its worker sees it. */
export function cancelCount(
  services: ChangeCountServices,
  asking: Asking,
  countId: string,
  request: z.infer<typeof ChangeCountRequest>,
): Promise<Outcome<Count>> {
  return changeCount(services, asking, countId, request, "cancel");
}
