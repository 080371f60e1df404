import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useState } from "react";
import { BrowserRouter } from "react-router";
import { failureOf } from "#web/app/request.ts";
import { Routing } from "#web/app/routing.tsx";
import { useSession } from "#web/app/use-session.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { LanguageProvider, useLanguage } from "#web/design/text/language.tsx";
import { theme } from "#web/design/theme/theme.ts";
import { SignInPage } from "#web/sign-in/sign-in.page.tsx";

/** Providers, then either the sign-in page or the workbench. The address stays, so that signing in leads to where one was going. */
export function App() {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 5_000, retry: (count, error) => failureOf(error).kind === "unreachable" && count < 2 },
          mutations: { retry: false },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Themed() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === "zh" ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
    >
      <BrowserRouter>
        <Entrance />
      </BrowserRouter>
    </ConfigProvider>
  );
}

function Entrance() {
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Problem error={session.error} onRetry={() => session.refetch()} />;
  return session.data === null ? <SignInPage /> : <Routing session={session.data} />;
}
