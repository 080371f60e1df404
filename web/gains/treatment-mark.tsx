import type { CountedLine } from "#gains/gains.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";
import { gainsText } from "#web/gains/gains.text.ts";

/** What a line was taken for: open hatched, presumed dashed as a suggestion, decided solid. */
export function TreatmentMark({ line }: { readonly line: Pick<CountedLine, "treatment" | "presumed"> }) {
  const t = useText(gainsText);
  if (line.treatment === "open") return <Mark tone="unknown">{t("open")}</Mark>;
  if (!line.presumed) return <Mark tone="accent">{t(line.treatment)}</Mark>;
  return (
    <span className="mark mark-suggested">
      {t("suggestion")} · {t(line.treatment)}
    </span>
  );
}
