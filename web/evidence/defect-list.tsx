import { Button } from "antd";
import { useState } from "react";
import type { CustodyDefect } from "#evidence/evidence.contract.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { EFFECT_TONES } from "#web/evidence/defect-marks.tsx";
import { evidenceText } from "#web/evidence/evidence.text.ts";
import { EFFECT_WORDS } from "#web/words/words.text.ts";

/** Each defect: what is missing, what follows in law, the rule, and where the law allows it the cure. */
export function DefectList({ defects, mayCure, pending, error, onCure }: Props) {
  const t = useText(evidenceText);
  const words = useWords();
  const [curing, setCuring] = useState<string | null>(null);
  const [explanation, setExplanation] = useState("");
  if (defects.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{t("openDefects")}</h3>
      <ul className="defects" data-testid="defects">
        {defects.map((defect) => (
          <li key={defect.kind} data-effect={defect.effect} data-cured={defect.cured}>
            <div className="line between">
              <span className="grow">{words(defect.sentence)}</span>
              <Mark tone={defect.cured ? "good" : EFFECT_TONES[defect.effect]}>
                {defect.cured ? t("cured") : words(EFFECT_WORDS[defect.effect])}
              </Mark>
            </div>
            <div className="line between">
              <span className="quiet small">{defect.cite}</span>
              {mayCure && !defect.cured && defect.effect === "curable" && curing !== defect.kind ? (
                <Button
                  size="small"
                  onClick={() => {
                    setCuring(defect.kind);
                    setExplanation("");
                  }}
                >
                  {t("cure")}
                </Button>
              ) : null}
            </div>
            {curing === defect.kind ? (
              <form
                className="stack-tight"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (explanation.trim() === "") return;
                  onCure(defect.kind, explanation.trim(), () => setCuring((now) => (now === defect.kind ? null : now)));
                }}
              >
                <Labelled label={t("explanation")}>
                  <textarea
                    className="field"
                    required
                    maxLength={400}
                    value={explanation}
                    onChange={(event) => setExplanation(event.target.value)}
                  />
                </Labelled>
                <InlineProblem error={error} />
                <div>
                  <Button type="primary" htmlType="submit" loading={pending}>
                    {t("cure")}
                  </Button>
                </div>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = {
  readonly defects: readonly CustodyDefect[];
  readonly mayCure: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onCure: (defect: string, explanation: string, done: () => void) => void;
};
