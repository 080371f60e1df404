import { formatNumber } from "#web/design/number/number.ts";
import type { Language } from "#web/design/text/text.ts";
import { ANSWER_WORDS } from "#web/law/fact-words.text.ts";

type Shown = { readonly text: string; readonly unknown: boolean };

/** The present value of a fact in words; what is not known says so. */
export function showFact(facts: object, path: string, language: Language): Shown {
  let value: unknown = facts;
  for (const step of path.split(".")) value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  // of 253-1 only `true` asserts a judgement: what is not asserted is not unknown
  if (value === undefined && /^other(Especially)?SeriousCircumstances$/.test(path) && "sets" in facts)
    return { text: language === "zh" ? "未认定" : "not asserted", unknown: false };
  return showValue(value, language);
}

/** A value of a fact in words. */
export function showValue(value: unknown, language: Language): Shown {
  const zh = language === "zh";
  if (value === null || value === undefined) return { text: zh ? "未知" : "unknown", unknown: true };
  if (typeof value === "boolean") return { text: value ? (zh ? "是" : "yes") : zh ? "否" : "no", unknown: false };
  if (typeof value === "number") return { text: formatNumber(value), unknown: false };
  if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === "string").map((one) => ANSWER_WORDS[one]?.[language] ?? one);
    if (texts.length > 0) return { text: texts.join(zh ? "、" : ", "), unknown: false };
    const sets = value.flatMap((one: unknown) => showSet(one, language) ?? []);
    if (sets.length > 0) return { text: sets.length > 4 ? `${sets.slice(0, 4).join("；")}…` : sets.join("；"), unknown: false };
    return { text: value.length === 0 ? (zh ? "没有" : "none") : zh ? `${value.length} 项` : String(value.length), unknown: false };
  }
  return { text: typeof value === "string" ? (ANSWER_WORDS[value]?.[language] ?? value) : "…", unknown: false };
}

/** A set of items in short: "s1 C 档 6,000". */
function showSet(one: unknown, language: Language): string | null {
  if (typeof one !== "object" || one === null || !("tier" in one) || !("id" in one)) return null;
  const items = "items" in one && typeof one.items === "number" ? formatNumber(one.items) : "?";
  const tier = typeof one.tier === "string" ? (ANSWER_WORDS[one.tier]?.[language] ?? one.tier) : "?";
  return `${String(one.id)} ${tier} ${items}`;
}

/** Leads to the field of a fact, or to the nearest thing around it. */
export function focusFact(path: string): void {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length--) {
    const id = CSS.escape(`fact-${steps.slice(0, length).join(".")}`);
    const place = document.querySelector(`[id="${id}"], #${id}, [data-fact="${id}"], [data-testid="${id}"]`);
    if (place === null) continue;
    place.scrollIntoView({ block: "center" });
    const control = place.matches("input, select")
      ? place
      : (place.querySelector("input:checked") ?? place.querySelector("input, select, button"));
    if (control instanceof HTMLElement) control.focus();
    return;
  }
}
