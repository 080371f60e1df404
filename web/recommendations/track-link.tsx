import { Link } from "react-router";
import type { Recommendation } from "#recommendations/recommendations.contract.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { useCaseProcedures } from "#web/procedures/use-procedures.ts";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";

/** The track a recommendation belongs to, where it stands, and whether it waits for a step now; nothing where there is none. */
export function useTrackOf({ case: { id }, procedureId }: Recommendation) {
  const procedures = useCaseProcedures(id);
  const found = procedures.data?.items.find((one) => one.id === procedureId);
  return found === undefined ? null : { ...found, address: `/cases/${id}/procedures?${new URLSearchParams({ track: found.id })}` };
}

/** 下一步 after a reply, or when it is closed, the track has to go on: the law counts its days from the end of the rectification period. */
export function TrackNext({ one }: { readonly one: Recommendation }) {
  const t = useText(recommendationsText);
  const words = useWords();
  const track = useTrackOf(one);
  if (track === null || track.state.final || (one.status !== "closed" && one.repliedOn === null)) return null;
  const steps = track.next.filter(({ may, open, to }) => may && open.length === 0 && to !== null).map(({ name }) => words(name));
  return (
    <p className="recommendation-next" data-testid="recommendation-track-next">
      {t("trackNext", { kind: words(track.kindName), state: words(track.state.name) })}{" "}
      {steps.length === 0 ? null : t("trackSteps", { steps: steps.join("、") })} <Link to={track.address}>{t("trackOpen")}</Link>
    </p>
  );
}
