import { Button } from "antd";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { RecordOf, RemedyKind, RemedyRecord } from "#remedies/remedies.contract.ts";
import { RemedyKind as Kinds } from "#remedies/remedies.contract.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { AlternativesSection } from "#web/remedies/alternatives/alternatives.section.tsx";
import { CompensationSection } from "#web/remedies/compensation/compensation.section.tsx";
import { ComplianceSection } from "#web/remedies/compliance/compliance.section.tsx";
import { DamagesSection } from "#web/remedies/damages/damages.section.tsx";
import { LeniencySection } from "#web/remedies/leniency/leniency.section.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { useRemedies, useRemedyBooks } from "#web/remedies/use-remedies.ts";
import "#web/design/field/field.css";
import "#web/gains/gains.css";
import "#web/remedies/remedies.css";

/** 修复与赔偿 the five sections of a case on one page that prints; the row above leads to each. */
export function RemediesPage({ detail }: { readonly detail: CaseDetail }) {
  const t = useText(remediesText);
  const remedies = useRemedies(detail.id);
  const books = useRemedyBooks();
  if (remedies.isPending || books.isPending) return <Loading lines={8} />;
  if (remedies.isError) return <Problem error={remedies.error} onRetry={() => remedies.refetch()} />;
  if (books.isError) return <Problem error={books.error} onRetry={() => books.refetch()} />;
  const { items, today } = remedies.data;
  const common = { caseId: detail.id, detail, can: detail.can, books: books.data, all: items, today };
  return (
    <div className="stack" data-testid="remedies">
      <div className="line between">
        <p className="quiet small grow">{t("why")}</p>
        <Button size="small" className="no-print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      </div>
      <nav className="remedy-nav no-print" aria-label={t("sections")}>
        {Kinds.options.map((kind) => (
          <a key={kind} href={`#remedies-${kind}`}>
            {t(kind)} <span className="figure quiet small">{items.filter((one) => one.kind === kind).length}</span>
          </a>
        ))}
      </nav>
      <DamagesSection {...common} records={of(items, "damages")} />
      <CompensationSection {...common} records={of(items, "compensation")} />
      <AlternativesSection {...common} records={of(items, "alternative")} />
      <LeniencySection {...common} records={of(items, "leniency")} />
      <ComplianceSection {...common} records={of(items, "compliance")} />
    </div>
  );
}

function of<Kind extends RemedyKind>(items: readonly RemedyRecord[], kind: Kind): RecordOf<Kind>[] {
  return items.filter((one): one is RecordOf<Kind> => one.kind === kind);
}
