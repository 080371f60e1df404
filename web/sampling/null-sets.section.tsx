import { Button } from "antd";
import { useState } from "react";
import { createRequestId, useRequestId } from "#web/app/request-id.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { nullSetText } from "#web/sampling/null-set.text.ts";
import { NullSetCard } from "#web/sampling/null-set-card.tsx";
import { useNullSetChanges, useNullSets } from "#web/sampling/use-null-sets.ts";

/** 阴性样本 lines in which nothing was found, drawn by the worker, looked at by a person: how much the count may have missed. */
export function NullSetsSection({
  caseId,
  countId,
  mayDraw,
}: {
  readonly caseId: string;
  readonly countId: string | null;
  readonly mayDraw: boolean;
}) {
  const t = useText(nullSetText);
  const sets = useNullSets(caseId);
  return (
    <section className="panel stack" data-testid="null-sets">
      <div className="stack-tight">
        <h2>{t("title")}</h2>
        <p className="quiet small">{t("why")}</p>
        {mayDraw ? countId === null ? <p>{t("needCount")}</p> : <DrawForm caseId={caseId} countId={countId} /> : null}
      </div>
      {sets.isPending ? (
        <Loading lines={3} />
      ) : sets.isError ? (
        <Problem error={sets.error} onRetry={() => sets.refetch()} />
      ) : sets.data.items.length === 0 ? (
        <p className="quiet" data-testid="null-sets-empty">
          {t("none")}
        </p>
      ) : (
        sets.data.items.map((nullSet) => <NullSetCard key={nullSet.id} caseId={caseId} nullSet={nullSet} mayCheck={mayDraw} />)
      )}
    </section>
  );
}

function DrawForm({ caseId, countId }: { readonly caseId: string; readonly countId: string }) {
  const t = useText(nullSetText);
  const [size, setSize] = useState("200");
  const [seed, setSeed] = useState(() => createRequestId().slice(0, 8));
  const requestId = useRequestId();
  const { draw } = useNullSetChanges(caseId);
  const wanted = Number(size);
  return (
    <form
      className="null-set-form"
      onSubmit={(event) => {
        event.preventDefault();
        draw.mutate(
          { countId, requestId: requestId.current(), seed, size: wanted },
          {
            onSuccess: () => {
              requestId.renew();
              setSeed((now) => (now === seed ? createRequestId().slice(0, 8) : now));
            },
          },
        );
      }}
    >
      <Labelled label={t("size")}>
        <input
          className="field figure"
          inputMode="numeric"
          value={size}
          onChange={(event) => setSize(event.target.value.replace(/\D/g, "").slice(0, 4))}
          data-testid="null-set-size"
        />
      </Labelled>
      <Labelled label={t("seed")}>
        <input className="field mono" maxLength={80} value={seed} onChange={(event) => setSeed(event.target.value)} />
      </Labelled>
      <Button
        htmlType="submit"
        loading={draw.isPending}
        disabled={wanted < 1 || wanted > 2000 || seed.trim() === ""}
        data-testid="null-set-draw"
      >
        {t("draw")}
      </Button>
      <InlineProblem error={draw.error} />
    </form>
  );
}
