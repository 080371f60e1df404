import { Button } from "antd";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { RecommendationSummary } from "#recommendations/recommendations.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { Day } from "#web/design/date/day.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { EffectDial } from "#web/recommendations/effect-dial.tsx";
import { NewDraft } from "#web/recommendations/new-draft.tsx";
import { RecommendationView } from "#web/recommendations/recommendation.view.tsx";
import { recommendationsText } from "#web/recommendations/recommendations.text.ts";
import { STATUS_TONES } from "#web/recommendations/status-tones.ts";
import { useCaseRecommendations } from "#web/recommendations/use-recommendations.ts";
import "#web/recommendations/recommendations.css";

/** 检察建议 of a case: the list, and the one in the address with its dial, measures and acts. */
export function CaseRecommendationsPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(recommendationsText);
  const found = useCaseRecommendations(detail.id);
  const [address, setAddress] = useAddress();
  if (found.isPending) return <Loading lines={8} />;
  if (found.isError) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  const { items, mayDraft, types } = found.data;
  const show = (next: Record<string, string>) => setAddress(next, { replace: false });
  const open = address.get("recommendation");
  if (open !== null) return <RecommendationView key={open} caseId={detail.id} id={open} types={types} onBack={() => show({})} />;
  if (mayDraft && address.get("new") === "1")
    return (
      <NewDraft
        detail={detail}
        types={types}
        track={address.get("track")}
        onDone={(id) => show({ recommendation: id })}
        onCancel={() => show({})}
      />
    );
  return (
    <section className="panel stack-tight" data-testid="recommendations">
      <div className="line between">
        <h2>{t("title")}</h2>
        {mayDraft ? (
          <Button type={items.length === 0 ? "primary" : "default"} onClick={() => show({ new: "1" })} data-testid="recommendation-new">
            {t("draftNew")}
          </Button>
        ) : null}
      </div>
      {items.length === 0 ? (
        <Empty title={t("none")} testId="recommendations-empty">
          <p>{t("noneHelp")}</p>
        </Empty>
      ) : (
        <ul className="recommendation-list">
          {items.map((one) => (
            <li key={one.id}>
              <Row one={one} onOpen={() => show({ recommendation: one.id })} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ one, onOpen }: { readonly one: RecommendationSummary; readonly onOpen: () => void }) {
  const t = useText(recommendationsText);
  const words = useWords();
  return (
    <div className="recommendation-row" data-testid="recommendation-row">
      <EffectDial effect={one.effect} size="small" />
      <div>
        <Button type="link" className="link-button" onClick={onOpen} data-testid="recommendation-open">
          {one.title}
        </Button>
        <div className="quiet small">
          {words(one.type.name)} · {one.addressee === "" ? "—" : one.addressee}
          {one.number === null ? "" : ` · ${one.number}`}
        </div>
      </div>
      <span className="line">
        <Mark tone={STATUS_TONES[one.status]}>{t(one.status)}</Mark>
        {one.repliedOn !== null ? (
          <span className="quiet small">{t("repliedShort", { on: one.repliedOn })}</span>
        ) : one.replyDue === null || one.status !== "issued" ? null : (
          <span className="small">
            {t("replyDue")} <Day day={one.replyDue} />
          </span>
        )}
      </span>
    </div>
  );
}
