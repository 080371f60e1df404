import { shellText } from "#web/app/shell/shell.text.ts";
import { useLanguage, useText } from "#web/design/text/language.tsx";

/** 中文 / English, remembered on this machine. */
export function LanguageSwitch() {
  const t = useText(shellText);
  const { language, setLanguage } = useLanguage();
  return (
    <fieldset className="language-switch" aria-label={t("language")} data-testid="language-switch">
      <button type="button" lang="zh-CN" aria-pressed={language === "zh"} onClick={() => setLanguage("zh")} data-testid="language-zh">
        中文
      </button>
      <button type="button" lang="en" aria-pressed={language === "en"} onClick={() => setLanguage("en")} data-testid="language-en">
        English
      </button>
    </fieldset>
  );
}
