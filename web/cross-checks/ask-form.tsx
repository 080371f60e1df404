import { useState } from "react";
import { ContactPurpose } from "#cross-checks/cross-checks.contract.ts";
import { PURPOSES } from "#cross-checks/tell-contact.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { DisclosureForm } from "#web/cross-checks/disclosure-form.tsx";
import { useAskContact } from "#web/cross-checks/use-cross-checks.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** 请求联系 what the other side reads at once is the purpose alone; the rest waits for both. */
export function AskForm({ clueId, hit, onDone }: { readonly clueId: string; readonly hit: string; readonly onDone: () => void }) {
  const t = useText(crossChecksText);
  const words = useWords();
  const ask = useAskContact(clueId);
  const requestId = useRequestId();
  const [purpose, setPurpose] = useState<ContactPurpose>("joinder");
  const { cite, unconfirmed } = PURPOSES[purpose];
  return (
    <div className="form-inset" data-testid="ask-form">
      <DisclosureForm
        label={t("send")}
        reasonTold={t("reasonKept")}
        pending={ask.isPending}
        error={ask.error}
        onSubmit={(given) =>
          ask.mutate({ requestId: requestId.current(), hit, purpose, ...given }, { onSuccess: onDone, onSettled: () => requestId.renew() })
        }
      >
        <Labelled label={`${t("purpose")} · ${t("purposeTold")}`} reason={`${words(cite)}${unconfirmed ? ` · ${t("unconfirmed")}` : ""}`}>
          <select
            className="field"
            value={purpose}
            onChange={(event) => setPurpose(ContactPurpose.parse(event.target.value))}
            data-testid="contact-purpose"
          >
            {ContactPurpose.options.map((one) => (
              <option key={one} value={one}>
                {words(PURPOSES[one])}
              </option>
            ))}
          </select>
        </Labelled>
      </DisclosureForm>
    </div>
  );
}
