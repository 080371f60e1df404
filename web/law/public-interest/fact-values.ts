import { type FactName, type FactQuestion, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import { formatNumber } from "#web/design/number/number.ts";
import type { Language } from "#web/design/text/text.ts";

/** The form as it is typed: what does not fit is kept as typed and not asked. */
export type FactForm = Readonly<Partial<Record<FactName, unknown>>>;
export type FactKind = "flag" | "count" | "day" | "list" | "choice";

/** What a fact is answered with, read off the contract. */
export function kindOfFact({ id, options }: FactQuestion): FactKind {
  const takes = (value: unknown) => PublicInterestFacts.safeParse({ [id]: value }).success;
  if (takes(true)) return "flag";
  if (takes(1)) return "count";
  if (takes("2026-01-01")) return "day";
  return takes([options?.[0]?.id]) ? "list" : "choice";
}

/** Form -> facts: fields that do not fit the contract are unknown; an upper bound below the lower one is not asked. */
export function writeFacts(form: FactForm): PublicInterestFacts {
  const whole = PublicInterestFacts.safeParse(form);
  if (whole.success) return whole.data;
  const fitting = Object.fromEntries(
    Object.entries(form).filter(([name, value]) => PublicInterestFacts.safeParse({ [name]: value }).success),
  );
  return PublicInterestFacts.safeParse({ ...fitting, personsAtMost: null }).data ?? {};
}

/** Whether the bounds of persons stand the wrong way round. */
export function isWrongBound({ personsAtLeast, personsAtMost }: FactForm): boolean {
  return typeof personsAtLeast === "number" && typeof personsAtMost === "number" && personsAtMost < personsAtLeast;
}

/** The present value of a fact in words; what is not known says so. */
export function showFact(form: FactForm, question: FactQuestion | undefined, language: Language): { text: string; unknown: boolean } {
  const zh = language === "zh";
  const value = question === undefined ? null : form[question.id];
  if (value === null || value === undefined || value === "") return { text: zh ? "未知" : "unknown", unknown: true };
  if (typeof value === "boolean") return { text: value ? (zh ? "是" : "yes") : zh ? "否" : "no", unknown: false };
  if (typeof value === "number") return { text: formatNumber(value), unknown: false };
  const words = (id: string) => question?.options?.find((option) => option.id === id)?.[language] ?? id;
  if (!Array.isArray(value)) return { text: words(String(value)), unknown: false };
  if (value.length === 0) return { text: zh ? "没有" : "none", unknown: false };
  return { text: value.map((one) => words(String(one))).join(zh ? "、" : ", "), unknown: false };
}
