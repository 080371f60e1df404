import { findRuleOffices } from "#clues/rules/clue-rules.store.ts";
import type { Tx } from "#database/database.ts";

/** Offices with prompts that the acting person sees, by code, with their names. */
export async function findPromptingOffices(tx: Tx) {
  const rows = await findRuleOffices(tx);
  return rows.map(({ code, name_zh: zh, name_en: en }) => ({ code, name: { zh, en } }));
}
