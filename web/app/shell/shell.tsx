import {
  AuditOutlined,
  BookOutlined,
  BranchesOutlined,
  BulbOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  LogoutOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useRef } from "react";
import { NavLink, useNavigate } from "react-router";
import type { Session } from "#access/access.contract.ts";
import { mayReadAudit, mayWorkOnCases } from "#web/app/may.ts";
import { Breadcrumb, WhereProvider } from "#web/app/shell/breadcrumb.tsx";
import { CaseSearch } from "#web/app/shell/case-search.tsx";
import { KeyHelp } from "#web/app/shell/key-help.tsx";
import { LanguageSwitch } from "#web/app/shell/language-switch.tsx";
import { shellText } from "#web/app/shell/shell.text.ts";
import { useSignOut } from "#web/app/use-sign-out.ts";
import { DeadlineBadge } from "#web/deadlines/deadline-badge.tsx";
import { PANEL_HOST } from "#web/design/panel/side-panel.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { Watermark } from "#web/design/watermark/watermark.tsx";
import { ROLE_WORDS } from "#web/words/words.text.ts";
import "#web/app/shell/shell.css";

/** Navigation by what one does, where I am, search, language, who I am; the page; the drawer beside it. */
export function Shell({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const t = useText(shellText);
  const words = useWords();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const roles = session.person.roles.map((role) => words(ROLE_WORDS[role])).join(" · ");
  return (
    <WhereProvider>
      <div className="shell">
        <a className="skip-link" href="#content">
          {t("skip")}
        </a>
        <nav className="shell-nav" aria-label={t("navigation")} data-testid="navigation">
          <div className="shell-brand">
            <span className="brand-sign" aria-hidden="true" />
            {t("product")}
          </div>
          {mayWorkOnCases(session) ? (
            <>
              <NavLink to="/" end>
                <CalendarOutlined aria-hidden="true" />
                {t("today")}
              </NavLink>
              <NavLink to="/clues">
                <BulbOutlined aria-hidden="true" />
                {t("clues")}
              </NavLink>
              <NavLink to="/cases">
                <FolderOpenOutlined aria-hidden="true" />
                {t("cases")}
              </NavLink>
              <NavLink to="/procedures">
                <BranchesOutlined aria-hidden="true" />
                {t("procedures")}
              </NavLink>
              <NavLink to="/recommendations">
                <FileDoneOutlined aria-hidden="true" />
                {t("recommendations")}
              </NavLink>
              <NavLink to="/deadlines">
                <ClockCircleOutlined aria-hidden="true" />
                {t("deadlines")}
                <DeadlineBadge />
              </NavLink>
              <NavLink to="/library">
                <FileSearchOutlined aria-hidden="true" />
                {t("library")}
              </NavLink>
              <NavLink to="/documents">
                <FileTextOutlined aria-hidden="true" />
                {t("documents")}
              </NavLink>
            </>
          ) : null}
          <NavLink to="/law">
            <BookOutlined aria-hidden="true" />
            {t("law")}
          </NavLink>
          {mayReadAudit(session) ? (
            <NavLink to="/audit">
              <AuditOutlined aria-hidden="true" />
              {t("audit")}
            </NavLink>
          ) : null}
        </nav>
        <div className="shell-main">
          <header className="shell-head">
            <Breadcrumb />
            {mayWorkOnCases(session) ? <CaseSearch inputRef={search} /> : <span className="grow" />}
            <LanguageSwitch />
            <div className="shell-person" title={roles} data-testid="person">
              <strong>{session.person.name}</strong>
              <span className="quiet small">{words(session.office.name)}</span>
            </div>
            <Button
              type="text"
              icon={<LogoutOutlined />}
              aria-label={t("signOut")}
              title={t("signOut")}
              loading={signOut.isPending}
              onClick={() => {
                // what went wrong stands below the head, from `signOut.error`
                void signOut.mutateAsync().then(
                  () => navigate("/"),
                  () => undefined,
                );
              }}
              data-testid="sign-out"
            />
          </header>
          {signOut.isError ? (
            <div className="shell-alert">
              <strong>{t("notSignedOut")}</strong>
              <InlineProblem error={signOut.error} testId="sign-out-problem" />
            </div>
          ) : null}
          <div className="shell-body">
            <main id="content" className="shell-content" tabIndex={-1}>
              {children}
            </main>
            <div id={PANEL_HOST} />
          </div>
        </div>
        <KeyHelp onSearch={() => search.current?.focus()} />
        <Watermark person={`${session.person.name} ${session.person.account}`} />
      </div>
    </WhereProvider>
  );
}
