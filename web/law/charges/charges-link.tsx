import { Button } from "antd";
import { useNavigate } from "react-router";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";
import { takeAlong } from "#web/law/charges/charges-draft.ts";

/** 可能的其他罪名 leads from an assessment to the table of charges with its present facts. Nothing of the case leaves this window's own page. */
export function ChargesLink({ facts }: { readonly facts: InfringingFacts }) {
  const t = useText(chargesText);
  const go = useNavigate();
  return (
    <div className="line no-print">
      <Button
        size="small"
        onClick={() => {
          takeAlong(facts);
          go("/law/charges?phenomenon=front-end-data-dealing");
        }}
        data-testid="other-charges"
      >
        {t("otherCharges")}
      </Button>
      <span className="quiet small">{t("otherChargesReason")}</span>
    </div>
  );
}
