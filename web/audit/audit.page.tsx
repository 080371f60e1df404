import { Button } from "antd";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { auditText } from "#web/audit/audit.text.ts";
import { AUDIT_KIND_WORDS } from "#web/audit/audit-kind.text.ts";
import { AuditTable } from "#web/audit/audit-table.tsx";
import { useAudit } from "#web/audit/use-audit.ts";
import { useVerifyAudit } from "#web/audit/use-verify-audit.ts";
import { VerificationResult } from "#web/audit/verification-result.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { Hash } from "#web/design/hash/hash.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import "#web/audit/audit.css";

const FILTERS = ["caseId", "personId", "kind", "page"] as const;

/** All entries, for the auditor: filter in the address, verification of the whole chain. */
export function AuditPage() {
  const t = useText(auditText);
  const words = useWords();
  useWhere([{ label: t("title") }]);
  const [address, setAddress] = useAddress();
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const entries = useAudit(filter);
  const verify = useVerifyAudit();
  const go = (name: (typeof FILTERS)[number], value: string) =>
    setAddress(Object.fromEntries(Object.entries({ ...filter, page: "", [name]: value }).filter(([, one]) => one !== "")));
  if (entries.isPending) return <Loading lines={8} />;
  if (entries.isError) return <Problem error={entries.error} onRetry={() => entries.refetch()} />;
  return (
    <div className="stack">
      <div className="line between">
        <h1>{t("title")}</h1>
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()} data-testid="audit-verify">
          {t("verify")}
        </Button>
      </div>
      <InlineProblem error={verify.error} />
      <div aria-live="polite">{verify.data === undefined ? null : <VerificationResult result={verify.data} />}</div>
      <div className="line">
        <Choice
          label={t("kind")}
          value={filter["kind"] ?? ""}
          onChange={(kind) => go("kind", kind)}
          options={[["", t("allKinds")], ...Object.entries(AUDIT_KIND_WORDS).map(([kind, name]): [string, string] => [kind, words(name)])]}
          testId="audit-kind"
        />
        {filter["caseId"] === undefined ? null : (
          <span className="mark" data-testid="audit-case">
            {t("ofCase")} <Hash value={filter["caseId"]} name={t("case")} short={8} />
          </span>
        )}
        {filter["personId"] === undefined ? null : (
          <span className="mark" data-testid="audit-person">
            {t("person")} {entries.data.items.find((entry) => entry.person?.id === filter["personId"])?.person?.name ?? "…"}
          </span>
        )}
        {Object.keys(filter).some((name) => name !== "page") ? (
          <Button type="link" size="small" onClick={() => setAddress({})}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
      <AuditTable
        list={entries.data}
        onPage={(page) => go("page", String(page))}
        onPerson={(personId) => go("personId", personId)}
        onCase={(caseId) => go("caseId", caseId)}
      />
    </div>
  );
}
