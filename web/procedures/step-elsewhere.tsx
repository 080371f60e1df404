import { Link } from "react-router";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { useCaseRecommendations } from "#web/recommendations/use-recommendations.ts";

/** 在检察建议中办理 a step that the recommendation takes by itself, number, day and reply with it: where that is done, so that nothing is typed twice. */
export function StepElsewhere({ procedure, step }: { readonly procedure: Procedure; readonly step: string }) {
  const t = useText(proceduresText);
  const found = useCaseRecommendations(procedure.caseId);
  if (found.data === undefined) return null;
  const { types, items, mayDraft } = found.data;
  const acts = ["issue", "reply", "file"] as const;
  const act = types.types
    .filter(({ procedure: of }) => of?.kind === procedure.kind)
    .flatMap(({ procedure: of }) => acts.filter((one) => of?.[one].step === step))[0];
  if (act === undefined) return null;
  const open = items.filter(({ status }) => status !== "withdrawn" && status !== "closed");
  const page = `/cases/${procedure.caseId}/recommendations`;
  const [one, ...more] = open;
  const fresh = `${page}?${new URLSearchParams({ new: "1", track: procedure.id })}`;
  return (
    <p className="small step-elsewhere" data-testid="step-elsewhere">
      {t(act === "issue" ? "elsewhereIssue" : "elsewhereFollow")}{" "}
      {one === undefined ? (
        act === "issue" && mayDraft ? (
          <Link to={fresh}>{t("draftRecommendation")}</Link>
        ) : null
      ) : (
        <Link to={more.length === 0 ? `${page}?${new URLSearchParams({ recommendation: one.id })}` : page}>{t("openRecommendation")}</Link>
      )}
    </p>
  );
}
