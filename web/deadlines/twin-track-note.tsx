import type { TwinTrack } from "#deadlines/deadlines.contract.ts";
import { deadlinesText } from "#web/deadlines/deadlines.text.ts";
import { useText } from "#web/design/text/language.tsx";

/** Whether the pre-suit notice can end before the prosecution, in one sentence; what is only a suggestion has a dashed line. */
export function TwinTrackNote({ twin }: { readonly twin: TwinTrack }) {
  const t = useText(deadlinesText);
  const { verdict, prosecution, notice, latestSafeStart, daysLeft } = twin;
  const tone = verdict === "in-time" ? "" : verdict === "can-start" ? "twin-suggestion" : "twin-risk";
  return (
    <p className={`twin-track ${tone}`} data-testid="twin-track" data-verdict={verdict}>
      <strong>{t("twin")}</strong> ·{" "}
      {t(`twin-${verdict}`, { ends: notice?.ends ?? "—", prosecution, latest: latestSafeStart, n: daysLeft })}{" "}
      <span className="quiet small">法释〔2019〕18号；人民检察院公益诉讼办案规则 第九十一条</span>
    </p>
  );
}
