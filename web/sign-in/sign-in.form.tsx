import { Button, Form, Input } from "antd";
import type { Session } from "#access/access.contract.ts";
import { useSignIn } from "#web/app/use-sign-in.ts";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { signInText } from "#web/sign-in/sign-in.text.ts";

/** Account and password; a refusal stands above the button, the account stays. */
export function SignInForm({ account = "", onDone }: { readonly account?: string; readonly onDone?: (session: Session) => void }) {
  const t = useText(signInText);
  const signIn = useSignIn();
  const [form] = Form.useForm<{ account: string; password: string }>();
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ account, password: "" }}
      onFinish={(values) =>
        signIn.mutate(values, {
          onSuccess: (session) => onDone?.(session),
          onError: () => {
            form.setFieldValue("password", "");
            form.getFieldInstance("password")?.focus();
          },
        })
      }
      data-testid="sign-in-form"
    >
      <Form.Item name="account" label={t("account")} rules={[{ required: true, message: t("accountMissing") }]}>
        <Input autoComplete="username" autoFocus={account === ""} maxLength={64} data-testid="sign-in-account" />
      </Form.Item>
      <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("passwordMissing") }]}>
        <Input type="password" autoComplete="current-password" autoFocus={account !== ""} maxLength={256} data-testid="sign-in-password" />
      </Form.Item>
      <div className="stack">
        <InlineProblem error={signIn.error} testId="sign-in-problem" />
        <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending} data-testid="sign-in-submit">
          {t("signIn")}
        </Button>
      </div>
    </Form>
  );
}
