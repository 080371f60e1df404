import { Button } from "antd";
import { useState } from "react";
import type { FlipLine, FlipMap, LawFacts } from "#law/law.contract.ts";
import { downloadText } from "#web/design/chart/download.ts";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { wordsOfFactPath } from "#web/law/fact-words.text.ts";
import { FlipChoiceLine } from "#web/law/flip-map/flip-choice-line.tsx";
import { flipMapText } from "#web/law/flip-map/flip-map.text.ts";
import { FlipNumberLine } from "#web/law/flip-map/flip-number-line.tsx";
import { tellMargin } from "#web/law/flip-map/flip-scale.ts";
import { moveFact } from "#web/law/flip-map/move-fact.ts";
import { writeFlipMap } from "#web/law/flip-map/write-flip-map.ts";
import { useFlipMap } from "#web/law/use-law.ts";
import { BAND_WORDS } from "#web/words/words.text.ts";
import "#web/law/flip-map/flip-map.css";

/** 临界图 of the facts as they are told; what is moved here changes nothing of them. */
export function FlipMapView({ facts }: { readonly facts: LawFacts }) {
  const told = JSON.stringify(facts);
  // the facts being moved, as long as those told stay the same
  const [held, setHeld] = useState<{ readonly of: string; readonly facts: LawFacts } | null>(null);
  const moved = held !== null && held.of === told ? held.facts : null;
  const map = useFlipMap(facts);
  const movedMap = useFlipMap(moved ?? facts);
  if (map.isPending || movedMap.isPending) return <Loading lines={8} />;
  if (map.isError) return <Problem error={map.error} onRetry={() => map.refetch()} />;
  if (movedMap.isError) return <Problem error={movedMap.error} onRetry={() => movedMap.refetch()} />;
  return (
    <Drawn
      told={map.data}
      map={movedMap.data}
      isMoved={moved !== null}
      isBehind={map.isBehind || movedMap.isBehind}
      onMove={(path, value) => setHeld({ of: told, facts: moveFact(moved ?? facts, path, value) })}
      onReset={() => setHeld(null)}
    />
  );
}

function Drawn({ told, map, isMoved, isBehind, onMove, onReset }: DrawnProps) {
  const t = useText(flipMapText);
  const words = useWords();
  const { language } = useLanguage();
  if (map.lines.length === 0)
    return (
      <Empty title={t("empty")} testId="flip-empty">
        <p>{t("emptyBody")}</p>
      </Empty>
    );
  const valueTold = new Map(told.lines.map((line) => [line.fact, line.value]));
  const matters = map.lines.filter((line) => differs(line, "band")).toSorted((one, other) => marginOf(one) - marginOf(other));
  const possible = map.lines.filter((line) => !differs(line, "band") && differs(line, "atMost"));
  const rest = map.lines.filter((line) => !differs(line, "band") && !differs(line, "atMost"));
  const draw = (line: FlipLine) =>
    line.choices.length > 0 ? (
      <FlipChoiceLine key={line.fact} line={line} told={valueTold.get(line.fact) ?? null} onMove={(value) => onMove(line.fact, value)} />
    ) : (
      <FlipNumberLine
        key={line.fact}
        line={line}
        told={valueTold.get(line.fact) ?? null}
        isBehind={isBehind}
        onMove={(value) => onMove(line.fact, value)}
      />
    );
  return (
    <div className="stack flip-map" data-testid="flip-map">
      <p>
        {finding(matters, rest.length, t, words)} {possible.length === 0 ? null : t("possibleOnly", { n: possible.length })}
      </p>
      <p className="quiet small">{t("lead")}</p>
      <div className={isBehind ? "line law-behind" : "line"} aria-busy={isBehind}>
        <span className="line">
          <span className="quiet small">{t("told")}</span>
          <span className={`flip-band flip-${told.band}`}>{words(BAND_WORDS[told.band])}</span>
        </span>
        <Button
          size="small"
          className="no-print"
          onClick={() => downloadText("flip-map.csv", "text/csv;charset=utf-8", writeFlipMap(map.lines, t("csvHead"), language))}
        >
          {t("csv")}
        </Button>
        {isMoved ? (
          <span className="line" aria-live="polite">
            <span className="quiet small">{t("moved")}</span>
            <span className={`flip-band flip-${map.band}`} data-testid="moved-band">
              {words(BAND_WORDS[map.band])}
            </span>
            <Button size="small" onClick={onReset} data-testid="flip-reset">
              {t("reset")}
            </Button>
          </span>
        ) : null}
      </div>
      <ul className="flip-lines">{[...matters, ...possible].map(draw)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{t("irrelevant", { n: rest.length })}</summary>
          {map.bandAtMost === undefined ? null : <p className="quiet small">{t("whileOpen")}</p>}
          <ul className="flip-lines">{rest.map(draw)}</ul>
        </details>
      )}
      {map.more === 0 ? null : <p className="quiet small">{t("more", { n: map.more })}</p>}
    </div>
  );
}

/** Whether a line changes what is certain (`band`), or what is possible (`atMost`), as its fact moves. */
function differs({ spans, choices }: FlipLine, of: "band" | "atMost"): boolean {
  return new Set([...spans, ...choices].map((one) => one[of])).size > 1;
}

/** The share of the number that may move before the band does; a line without one comes last. */
function marginOf({ down, up }: FlipLine): number {
  return Math.min(...[down?.margin, up?.margin].map((margin) => (margin === null || margin === undefined ? 1e9 : Math.abs(margin))));
}

function finding(
  matters: readonly FlipLine[],
  rest: number,
  t: ReturnType<typeof useText<typeof flipMapText>>,
  words: ReturnType<typeof useWords>,
): string {
  const [nearest] = matters;
  if (nearest === undefined) return t("findingNone");
  const margin = [nearest.down?.margin, nearest.up?.margin]
    .filter((one) => typeof one === "number")
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (margin === undefined) return t("findingPlain", { n: matters.length, rest });
  return t("finding", { n: matters.length, fact: words(wordsOfFactPath(nearest.fact)), margin: tellMargin(margin), rest });
}

type DrawnProps = {
  readonly told: FlipMap;
  readonly map: FlipMap;
  readonly isMoved: boolean;
  /** the bands are still those of what stood there before */
  readonly isBehind: boolean;
  readonly onMove: (path: string, value: number | string | boolean) => void;
  readonly onReset: () => void;
};
