import { LanguageSwitch } from "#web/app/shell/language-switch.tsx";
import { useText } from "#web/design/text/language.tsx";
import { SignInForm } from "#web/sign-in/sign-in.form.tsx";
import { signInText } from "#web/sign-in/sign-in.text.ts";
import "#web/sign-in/sign-in.css";

export function SignInPage() {
  const t = useText(signInText);
  return (
    <div className="sign-in">
      <div className="sign-in-top">
        <LanguageSwitch />
      </div>
      <main className="sign-in-main">
        <div className="sign-in-card">
          <div className="sign-in-head">
            <span className="brand-sign" aria-hidden="true" />
            <div>
              <h1>{t("title")}</h1>
              <p className="quiet small">{t("subtitle")}</p>
            </div>
          </div>
          <SignInForm />
        </div>
        <p className="sign-in-boundary" data-testid="boundary">
          {t("boundary")}
          <br />
          {t("audited")}
        </p>
      </main>
    </div>
  );
}
