import type { WhyNode } from "#law/law.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";

/** 地方标准 says that a rule is of the office's place, and on pointing who issued it and where it stands. */
export function LocalMark({ local }: { readonly local: WhyNode["local"] }) {
  const t = useText(lawText);
  const words = useWords();
  if (local === null) return null;
  return (
    <span title={t("localSource", { issuer: words(local.issuer), cite: local.cite })} data-testid="local-mark">
      <Mark tone="warn">{t("local", { region: words(local.region) })}</Mark>
    </span>
  );
}
