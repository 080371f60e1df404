import type { CaseDetail } from "#cases/cases.contract.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useCount } from "#web/ledgers/use-count.ts";
import { useCounts } from "#web/ledgers/use-counts.ts";
import { DesignForm } from "#web/sampling/design-form.tsx";
import { NullSetsSection } from "#web/sampling/null-sets.section.tsx";
import { SampleCard } from "#web/sampling/sample-card.tsx";
import { samplingText } from "#web/sampling/sampling.text.ts";
import { useSamples } from "#web/sampling/use-samples.ts";
import "#web/sampling/sampling.css";

/** 抽样 designs a sample with its interval in sight, draws it from a seed, records what was found of each unit. */
export function SamplingPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(samplingText);
  const samples = useSamples(detail.id);
  const counts = useCounts({ caseId: detail.id });
  const newest = (counts.data?.items ?? [])
    .filter(({ status }) => status === "done")
    .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt))[0];
  const count = useCount(newest?.id ?? null);
  const mayPlan = detail.can.includes("sample");
  if (samples.isPending || counts.isPending || (newest !== undefined && count.isPending)) return <Loading lines={8} />;
  if (samples.isError) return <Problem error={samples.error} onRetry={() => samples.refetch()} />;
  return (
    <div className="stack" data-testid="sampling">
      <section className="panel stack-tight">
        <h2>{t("design")}</h2>
        <p className="quiet small">{t("why")}</p>
        {mayPlan ? <DesignForm caseId={detail.id} count={count.data ?? null} /> : null}
      </section>
      {samples.data.items.length === 0 ? (
        <section className="panel panel-flush">
          <Empty title={t("none")} testId="samples-empty" />
        </section>
      ) : (
        samples.data.items.map((sample) => <SampleCard key={sample.id} caseId={detail.id} sample={sample} mayCheck={mayPlan} />)
      )}
      <NullSetsSection caseId={detail.id} countId={newest?.id ?? null} mayDraw={mayPlan} />
    </div>
  );
}
