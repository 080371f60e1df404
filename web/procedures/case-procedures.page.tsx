import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { useSteady } from "#web/app/use-steady.ts";
import { useCaseDeadlines } from "#web/deadlines/use-deadlines.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { OpenTrackPanel } from "#web/procedures/open-track.panel.tsx";
import { proceduresText } from "#web/procedures/procedures.text.ts";
import { TrackView } from "#web/procedures/track.view.tsx";
import { twinText } from "#web/procedures/twin.text.ts";
import { TwinPicture } from "#web/procedures/twin-picture.tsx";
import { useCaseProcedures } from "#web/procedures/use-procedures.ts";
import "#web/procedures/procedures.css";

/** 程序 of a case: its tracks side by side, and the chosen one with its steps and what may come next. The chosen track is in the address. */
export function CaseProceduresPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(proceduresText);
  const w = useText(twinText);
  const procedures = useCaseProcedures(detail.id);
  const deadlines = useCaseDeadlines(detail.id);
  const [address, setAddress] = useAddress();
  const [opening, setOpening] = useState(false);
  const known = procedures.data?.items ?? [];
  // A track that ends under its user's hand stays in sight, with what was done.
  const [shown] = useSteady(
    [...known.filter(({ state }) => !state.final), ...known.filter(({ state }) => state.final)].map(({ id }) => id),
  );
  if (procedures.isPending || deadlines.isPending) return <Loading lines={8} />;
  if (procedures.isError) return <Problem error={procedures.error} onRetry={() => procedures.refetch()} />;
  if (deadlines.isError) return <Problem error={deadlines.error} onRetry={() => deadlines.refetch()} />;
  const { items, kinds, today } = procedures.data;
  const running = items.filter(({ state }) => !state.final);
  const chosen = items.find(({ id }) => id === address.get("track")) ?? items.find(({ id }) => id === shown);
  const choose = (id: string) => setAddress({ track: id }, { replace: true });
  const pictured = address.get("view") === "picture" && items.length > 0;
  const show = (view: "steps" | "picture") => {
    const track: Record<string, string> = chosen === undefined ? {} : { track: chosen.id };
    setAddress(view === "picture" ? { ...track, view } : track, { replace: true });
  };
  const mayOpen = kinds.some(({ may }) => may);
  return (
    <div className="stack">
      <section className="panel stack-tight" data-testid="tracks">
        <div className="line between">
          <h2>{t("tracks")}</h2>
          <span className="line no-print">
            {items.length === 0 ? null : (
              <fieldset className="line" aria-label={w("views")}>
                <Button aria-pressed={!pictured} onClick={() => show("steps")} data-testid="tracks-steps">
                  {w("steps")}
                </Button>
                <Button aria-pressed={pictured} onClick={() => show("picture")} data-testid="tracks-picture">
                  {w("picture")}
                </Button>
              </fieldset>
            )}
            {mayOpen ? (
              <Button
                className="no-print"
                type={items.length === 0 ? "primary" : "default"}
                onClick={() => setOpening(true)}
                data-testid="track-new"
              >
                {t("newTrack")}
              </Button>
            ) : null}
          </span>
        </div>
        {mayOpen ? null : <p className="quiet small">{t("mayNotOpen")}</p>}
        {items.length === 0 ? (
          <Empty title={t("none")} testId="tracks-empty">
            <p>{t("noneHelp")}</p>
          </Empty>
        ) : (
          <>
            <p className="quiet small">{t("tracksFinding", { n: items.length, open: running.length })}</p>
            <ul className="track-list">
              {items.map((procedure) => (
                <li key={procedure.id}>
                  <TrackButton
                    procedure={procedure}
                    isChosen={!pictured && procedure.id === chosen?.id}
                    onChoose={() => choose(procedure.id)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {pictured ? <TwinPicture detail={detail} procedures={items} deadlines={deadlines.data} /> : null}
      {chosen === undefined || pictured ? null : (
        <TrackView key={chosen.id} procedure={chosen} kinds={kinds} deadlines={deadlines.data.items} today={today} />
      )}
      {opening ? (
        <OpenTrackPanel
          detail={detail}
          kinds={kinds}
          today={today}
          onOpened={(id) => {
            setOpening(false);
            choose(id);
          }}
          onClose={() => setOpening(false)}
        />
      ) : null}
    </div>
  );
}

function TrackButton({ procedure, isChosen, onChoose }: TrackButtonProps) {
  const words = useWords();
  const t = useText(proceduresText);
  const { kindName, title, number, office, handler, state } = procedure;
  return (
    <button type="button" className="track-button" aria-pressed={isChosen} onClick={onChoose} data-testid="track-choose">
      <span className="line between">
        <strong>{words(kindName)}</strong>
        <Mark tone={state.final ? "quiet" : "accent"}>{words(state.name)}</Mark>
      </span>
      <span className="break">{title}</span>
      <span className="quiet small break">
        {number ?? t("noNumber")} · {words(office.name)} · {handler.name}
      </span>
    </button>
  );
}

type TrackButtonProps = { readonly procedure: Procedure; readonly isChosen: boolean; readonly onChoose: () => void };
