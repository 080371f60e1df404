import type { Actor } from "#access/access.contract.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/** Who answers for the custody list of an office: its case managers and leaders, who see every case of it. */
const KEEPERS = ["case-manager", "leader"] as const;

/** Whether the person sees the whole list of their office; others see the entries of the cases they see. */
export function seesWholeOffice({ roles }: Actor): boolean {
  return KEEPERS.some((role) => roles.includes(role));
}

/** 签署 the day's list is signed off by who sees all of it. */
export function canSignOff(actor: Actor): { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal } {
  if (seesWholeOffice(actor)) return { allowed: true };
  const rule = "仅本院案管人员和院领导可以签署当日的在押核对";
  return {
    allowed: false,
    refusal: refuse("not-permitted", { rule, "rule.en": "only the case managers and leaders of the office sign off its custody list" }),
  };
}
