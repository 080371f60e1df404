import type { Language } from "#web/design/text/text.ts";

/** 币种的叫法 USD -> 美元; what a statement calls otherwise than by a code of three letters, or nobody knows, stays as it is. */
export function nameOfCurrency(code: string, language: Language): string {
  if (!/^[A-Z]{3}$/.test(code)) return code;
  return new Intl.DisplayNames(language === "zh" ? "zh-Hans-CN" : "en", { type: "currency", fallback: "code" }).of(code) ?? code;
}
