import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useSyncExternalStore } from "react";
import { endWait, isWaitingForSignIn, onGateChange } from "#web/app/session-gate.ts";
import { SESSION_KEY } from "#web/app/use-session.ts";
import { useText } from "#web/design/text/language.tsx";
import { SignInForm } from "#web/sign-in/sign-in.form.tsx";
import { signInText } from "#web/sign-in/sign-in.text.ts";

/** Opens over the page when the session has ended; the page below keeps what was typed, and what was being sent is sent again. */
export function SignInAgain({ account }: { readonly account: string }) {
  const t = useText(signInText);
  const client = useQueryClient();
  const open = useSyncExternalStore(onGateChange, isWaitingForSignIn);
  const leave = () => {
    client.setQueryData(SESSION_KEY, null);
    endWait("dropped");
  };
  return (
    <Modal
      open={open}
      title={t("againTitle")}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      width={400}
      // the account is known: the cursor belongs into the password, not into the first field
      afterOpenChange={(opened) => {
        if (opened) document.querySelector<HTMLInputElement>("[data-testid=sign-in-again] input[type=password]")?.focus();
      }}
    >
      <div className="stack" data-testid="sign-in-again">
        <p className="quiet">{t("againBody")}</p>
        <SignInForm account={account} onDone={(session) => endWait(session.person.account === account ? "sent-again" : "dropped")} />
        <Button type="text" onClick={leave}>
          {t("leave")}
        </Button>
      </div>
    </Modal>
  );
}
