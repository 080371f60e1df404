import { Button } from "antd";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import type { useChangeLexicon } from "#web/lexicons/use-lexicon.ts";

type Props = {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  /** somebody has pressed the button: what is missing is told */
  readonly tried: boolean;
  readonly propose: Pick<ReturnType<typeof useChangeLexicon>, "error" | "isPending">;
  readonly testId: string;
};

/** The end of each form that proposes a change of the lexicon: why, what the server refused, and the button. */
export function ReasonToPropose({ reason, onChange, tried, propose, testId }: Props) {
  const t = useText(lexiconText);
  return (
    <>
      <Labelled label={t("reasonField")} reason={t("reasonWhy")} error={tried && reason.trim().length < 2 ? t("needReason") : null}>
        <textarea
          className="field"
          rows={3}
          maxLength={400}
          value={reason}
          onChange={(event) => onChange(event.target.value)}
          data-testid={testId}
        />
      </Labelled>
      <InlineProblem error={propose.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={propose.isPending} data-testid="propose">
          {t("propose")}
        </Button>
      </div>
    </>
  );
}
