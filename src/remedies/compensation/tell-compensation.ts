import type { CompensationState } from "#remedies/compensation/compensation.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";

/** Where the money stands, as a sentence: the title of the picture. Pure. */
export function tellCompensation({ content, paid, spent, held, over, overdue }: Omit<CompensationState, "trail" | "finding">): {
  readonly zh: string;
  readonly en: string;
} {
  const lies = held.reduce((sum, { amount }) => sum + amount, 0);
  const zh = [`应付 ${formatFen(content.due)} 元，已付 ${formatFen(paid)} 元`];
  const en = [`${formatFen(content.due)} yuan due, ${formatFen(paid)} paid`];
  if (paid > 0) {
    zh.push(`保管中 ${formatFen(lies)} 元，已用于公益 ${formatFen(spent)} 元`);
    en.push(`${formatFen(lies)} held, ${formatFen(spent)} spent on the public interest`);
  }
  if (over > 0) {
    zh.push(`多付 ${formatFen(over)} 元`);
    en.push(`${formatFen(over)} more than is owed`);
  }
  if (overdue.amount > 0) {
    zh.push(`逾期 ${formatFen(overdue.amount)} 元（自 ${overdue.since} 起）`);
    en.push(`${formatFen(overdue.amount)} overdue (since ${overdue.since})`);
  }
  return { zh: zh.join("；"), en: en.join("; ") };
}
