import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, readerOf, signsOf, type TextTable, type Words } from "#web/design/text/text.ts";

const KEY = "tandem-language";
const LanguageContext = createContext<{ language: Language; setLanguage: (language: Language) => void }>({
  language: "zh",
  setLanguage: () => undefined,
});

/** Chinese first; the choice is remembered on this machine. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEY) === "en" ? "en" : "zh"));
  useEffect(() => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage() {
  return useContext(LanguageContext);
}

/** Reads a page's table of texts in the reader's language. */
export function useText<Table extends TextTable>(table: Table) {
  const { language } = useLanguage();
  return useMemo(() => readerOf(table, language), [table, language]);
}

/** Picks one language of a sentence that came from the server. */
export function useWords() {
  const { language } = useLanguage();
  return useMemo(() => (words: Words) => words[language], [language]);
}

/** The signs between words in the reader's language. */
export function useSigns() {
  const { language } = useLanguage();
  return useMemo(() => signsOf(language), [language]);
}
