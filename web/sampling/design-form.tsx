import { Button } from "antd";
import { useState } from "react";
import type { CountDetail } from "#counts/counts.contract.ts";
import { SampleDesign } from "#sampling/sampling.contract.ts";
import { TIERS } from "#scan/kinds.ts";
import { createRequestId, useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { samplingText } from "#web/sampling/sampling.text.ts";
import { StrataFields, type StratumDraft } from "#web/sampling/strata-fields.tsx";
import { TrialView } from "#web/sampling/trial.view.tsx";
import { useSampleChanges, useSampleTrial } from "#web/sampling/use-samples.ts";
import { TIER_WORDS } from "#web/words/words.text.ts";

/** The design of a sample; what it comes to is reckoned while it is written. Strata begin with the distinct items of the newest count. */
export function DesignForm({ caseId, count }: { readonly caseId: string; readonly count: CountDetail | null }) {
  const t = useText(samplingText);
  const words = useWords();
  const requestId = useRequestId();
  const { plan } = useSampleChanges(caseId);
  const ledger = count?.result?.ledger.tiers;
  const [strata, setStrata] = useState<readonly StratumDraft[]>(() => {
    const counted = TIERS.flatMap((tier) =>
      ledger !== undefined && ledger[tier].distinct > 0
        ? [{ id: tier, name: words(TIER_WORDS[tier]), tier, units: String(ledger[tier].distinct) }]
        : [],
    );
    return counted.length > 0 ? counted : [{ id: "1", name: "", tier: null, units: "" }];
  });
  const [fields, setFields] = useState({
    title: t("title"),
    question: t("questionDefault"),
    frame: count === null ? "" : t("frameOf", { id: count.id.slice(0, 8) }),
    selection: "probability",
    confidence: "0.95",
    margin: "0.05",
    expectedShare: "0.5",
    allocation: "proportional",
    seed: createRequestId().slice(0, 8),
    reason: "",
  });
  const [same, setSame] = useState<boolean | null>(null);
  const [impossible, setImpossible] = useState<boolean | null>(null);
  const set = (name: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const parsed = SampleDesign.safeParse({
    ...fields,
    strata: strata.map((stratum) => ({ ...stratum, units: Number(stratum.units) })),
    confidence: Number(fields.confidence),
    margin: Number(fields.margin),
    expectedShare: Number(fields.expectedShare),
    conditions: { sameNature: same, impossibleOneByOne: impossible, reason: fields.reason.trim() === "" ? null : fields.reason },
  });
  const design = parsed.success ? parsed.data : null;
  const trial = useSampleTrial(caseId, design);
  const text = (name: "title" | "question" | "frame" | "seed" | "reason", label: string, reason?: string) => (
    <Labelled label={label} {...(reason === undefined ? {} : { reason })}>
      <input
        className="field"
        maxLength={400}
        value={fields[name]}
        onChange={(event) => set(name)(event.target.value)}
        data-testid={`sample-${name}`}
      />
    </Labelled>
  );
  return (
    <form
      className="sampling-design"
      onSubmit={(event) => {
        event.preventDefault();
        if (design === null) return;
        plan.mutate({ requestId: requestId.current(), countId: count?.id ?? null, design }, { onSuccess: requestId.renew });
      }}
    >
      <div className="stack-tight">
        {text("title", t("name"))}
        {text("question", t("question"))}
        {text("frame", t("frame"))}
        <StrataFields strata={strata} onChange={setStrata} />
        <div className="sampling-row">
          <Choice
            showLabel
            label={t("selection")}
            value={fields.selection}
            onChange={set("selection")}
            options={[
              ["probability", t("probability")],
              ["convenience", t("convenience")],
            ]}
            testId="sample-selection"
          />
          <Choice
            showLabel
            label={t("confidence")}
            value={fields.confidence}
            onChange={set("confidence")}
            options={["0.9", "0.95", "0.98", "0.99", "0.999"].map((one) => [one, `${Number(one) * 100} %`])}
          />
          <Choice
            showLabel
            label={t("margin")}
            value={fields.margin}
            onChange={set("margin")}
            options={["0.01", "0.02", "0.03", "0.05", "0.1"].map((one) => [one, `± ${Number(one) * 100} %`])}
            testId="sample-margin"
          />
          <Choice
            showLabel
            label={t("expected")}
            value={fields.expectedShare}
            onChange={set("expectedShare")}
            options={["0.5", "0.8", "0.9", "0.95", "0.99"].map((one) => [one, `${Number(one) * 100} %`])}
          />
          <Choice
            showLabel
            label={t("allocation")}
            value={fields.allocation}
            onChange={set("allocation")}
            options={[
              ["proportional", t("proportional")],
              ["equal", t("equal")],
            ]}
          />
        </div>
        {text("seed", t("seed"), t("seedWhy"))}
        <ThreeValued label={t("sameNature")} value={same} onChange={setSame} />
        <ThreeValued label={t("impossible")} value={impossible} onChange={setImpossible} />
        {text("reason", t("conditionReason"))}
      </div>
      <div className="stack-tight">
        <h3>{t("trial")}</h3>
        <InlineProblem error={trial.error ?? plan.error} />
        {trial.data === undefined || trial.isError ? null : <TrialView plan={trial.data} />}
        <div>
          <Button
            type="primary"
            htmlType="submit"
            disabled={design === null || trial.isError}
            loading={plan.isPending}
            data-testid="sample-record"
          >
            {t("record")}
          </Button>
        </div>
      </div>
    </form>
  );
}
