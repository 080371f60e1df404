import { Link, useParams } from "react-router";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { ChargesView } from "#web/law/charges/charges.view.tsx";
import { JurisdictionView } from "#web/law/jurisdiction/jurisdiction.view.tsx";
import { lawText } from "#web/law/law.text.ts";
import { LibraryView } from "#web/law/library/library.view.tsx";
import { OffencesView } from "#web/law/offences/offences.view.tsx";
import { PeriodsView } from "#web/law/periods/periods.view.tsx";
import { PublicInterestView } from "#web/law/public-interest/public-interest.view.tsx";
import "#web/law/law.css";

const PARTS = ["offences", "charges", "periods", "jurisdiction", "public-interest", "library"] as const;

/** 法规 the law without a case: offences tried out, periods, jurisdiction, the library. */
export function LawPage() {
  const t = useText(lawText);
  const { part = "offences" } = useParams();
  const chosen = PARTS.find((known) => known === part) ?? null;
  useWhere([{ label: t("law"), to: "/law" }, ...(chosen === null ? [] : [{ label: t(chosen) }])]);
  return (
    <div className="stack">
      <header className="stack-tight">
        <h1>{t("law")}</h1>
        <nav className="law-tabs no-print" aria-label={t("parts")}>
          {PARTS.map((known) => (
            <Link
              key={known}
              to={known === "offences" ? "/law" : `/law/${known}`}
              aria-current={known === chosen ? "page" : undefined}
              data-testid={`law-${known}`}
            >
              {t(known)}
            </Link>
          ))}
        </nav>
      </header>
      {chosen === null ? (
        <Empty title={t("noSuchPart")} />
      ) : chosen === "offences" ? (
        <OffencesView />
      ) : chosen === "charges" ? (
        <ChargesView />
      ) : chosen === "periods" ? (
        <PeriodsView />
      ) : chosen === "jurisdiction" ? (
        <JurisdictionView />
      ) : chosen === "public-interest" ? (
        <PublicInterestView />
      ) : (
        <LibraryView />
      )}
      <p className="quiet small">{t("boundary")}</p>
    </div>
  );
}
