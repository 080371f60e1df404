import type { DocumentKindList } from "#legal-documents/legal-documents.contract.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DocumentPage } from "#web/legal-documents/document.page.tsx";
import { GROUP_WORDS } from "#web/legal-documents/document-words.text.ts";
import { KindTemplatesView } from "#web/legal-documents/kind-templates.view.tsx";
import { NumbersView } from "#web/legal-documents/numbers.view.tsx";
import { templatesText } from "#web/legal-documents/templates.text.ts";
import { useDocumentKinds } from "#web/legal-documents/use-documents.ts";
import { WaitingView } from "#web/legal-documents/waiting.view.tsx";
import "#web/legal-documents/legal-documents.css";

const GROUPS = ["criminal", "public-interest", "supervision", "transfer"] as const;

/** 文书模板与文号 every kind with the form the office uses, its versions, and the register of numbers; first what waits for approval. What is chosen is in the address. */
export function TemplatesPage() {
  const t = useText(templatesText);
  const kinds = useDocumentKinds();
  const [address, setAddress] = useAddress();
  useWhere([{ label: t("title") }]);
  const document = address.get("document");
  if (document !== null) return <DocumentPage key={document} caseId={null} id={document} onBack={() => setAddress({})} />;
  if (kinds.isPending) return <Loading lines={8} />;
  if (kinds.isError) return <Problem error={kinds.error} onRetry={() => kinds.refetch()} />;
  const chosen = kinds.data.items.find(({ id }) => id === address.get("kind"));
  return (
    <div className="stack" data-testid="templates">
      <div>
        <h1>{t("title")}</h1>
        <p className="quiet small">{t("why")}</p>
      </div>
      <WaitingView onOpen={(document) => setAddress({ document })} />
      <div className="template-columns">
        <section className="panel panel-flush">
          <h2>{t("kinds")}</h2>
          <div className="template-kinds">
            {GROUPS.map((group) => (
              <KindGroup
                key={group}
                group={group}
                kinds={kinds.data.items.filter((one) => one.group === group)}
                chosen={chosen?.id ?? null}
                onChoose={(kind) => setAddress({ kind }, { replace: true })}
              />
            ))}
          </div>
        </section>
        {chosen === undefined ? (
          <section className="panel">
            <Empty title={t("choose")} testId="template-none" />
          </section>
        ) : (
          <KindTemplatesView key={chosen.id} kind={chosen} />
        )}
      </div>
      <NumbersView />
    </div>
  );
}

function KindGroup({
  group,
  kinds,
  chosen,
  onChoose,
}: {
  readonly group: (typeof GROUPS)[number];
  readonly kinds: DocumentKindList["items"];
  readonly chosen: string | null;
  readonly onChoose: (kind: string) => void;
}) {
  const t = useText(templatesText);
  const words = useWords();
  return (
    <div style={{ padding: "6px 10px" }}>
      <h3 className="quiet">{words(GROUP_WORDS[group])}</h3>
      <ul>
        {kinds.map(({ id, name, word, form }) => (
          <li key={id}>
            <button
              type="button"
              className="template-kind"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
              data-testid={`kind-${id}`}
            >
              <span>
                {words(name)} <span className="quiet small">{word ?? ""}</span>
              </span>
              <Mark tone={form === "office" ? "accent" : "quiet"}>{form === "office" ? t("own") : t("standard")}</Mark>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
