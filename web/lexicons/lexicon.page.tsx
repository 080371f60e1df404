import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { formatNumber } from "#web/design/number/number.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { AddTermPanel } from "#web/lexicons/add-term.panel.tsx";
import { DraftView } from "#web/lexicons/draft.view.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { tellLexicon } from "#web/lexicons/lexicon-words.text.ts";
import { TermPanel } from "#web/lexicons/term.panel.tsx";
import { TermsView } from "#web/lexicons/terms.view.tsx";
import { useLexicon } from "#web/lexicons/use-lexicon.ts";
import { ValuesView } from "#web/lexicons/values.view.tsx";
import { VersionsView } from "#web/lexicons/versions.view.tsx";
import "#web/lexicons/lexicons.css";

const VIEWS = ["terms", "values", "draft", "versions"] as const;
const FILTERS = ["axis", "value", "query", "slang", "office", "order", "page"] as const;

/** 词库 What is shown, filtered and open lives in the address: the same address shows the same. */
export function LexiconPage() {
  const t = useText(lexiconText);
  const words = useWords();
  useWhere([{ label: t("clues"), to: "/clues" }, { label: t("title") }]);
  const lexicon = useLexicon();
  const [address, setAddress] = useAddress();
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (FILTERS.some((name) => name in changes) && !("page" in changes)) next.delete("page");
      if ("axis" in changes) next.delete("value"); // of another axis; a new one comes with the changes
      for (const [name, value] of Object.entries(changes)) value === null || value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  if (lexicon.isPending) return <Loading lines={8} />;
  if (lexicon.isError) return <Problem error={lexicon.error} onRetry={() => lexicon.refetch()} />;
  const { data } = lexicon;
  const { version, shipped, counted, draft, versions, terms } = data;
  const view = VIEWS.find((known) => known === address.get("view")) ?? "terms";
  const many = {
    terms: terms.filter(({ retired }) => !retired).length,
    values: data.values.length,
    draft: draft.length,
    versions: versions.length,
  };
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const open = address.get("term");
  const opened = terms.find((one) => `${one.list} ${one.value} ${one.term}` === open);
  return (
    <>
      <section className="panel panel-flush" aria-label={t("title")} data-testid="lexicon" data-version={version}>
        <header className="stack-tight lexicon-head">
          <div className="line between">
            <h1>
              {t("title")}{" "}
              <span className="quiet lexicon-version">{version === 0 ? t("versionShipped") : t("versionNow", { n: version })}</span>
            </h1>
            <a href="/api/lexicon/file" download title={t("exportWhy")} data-testid="lexicon-export">
              {t("export")}
            </a>
          </div>
          <p className="quiet small">{t("about")}</p>
          <p className="small" data-testid="lexicon-counted">
            {counted.documents === 0 ? t("countedNone") : t("counted", { n: formatNumber(counted.documents) })}{" "}
            {counted.uncounted === 0 ? "" : t("uncounted", { n: formatNumber(counted.uncounted) })}{" "}
            <span className="quiet figure">{words(tellLexicon(shipped))}</span>
          </p>
          <nav className="lexicon-tabs" aria-label={t("views")}>
            {VIEWS.map((known) => (
              <button
                key={known}
                type="button"
                aria-current={known === view ? "page" : undefined}
                onClick={() => change({ view: known, term: null, new: null })}
                data-testid={`lexicon-${known}`}
              >
                {t(known)} <span className="quiet figure">{formatNumber(many[known])}</span>
              </button>
            ))}
          </nav>
        </header>
        {view === "terms" ? (
          <TermsView lexicon={data} filter={filter} open={open} onChange={change} />
        ) : view === "values" ? (
          <ValuesView lexicon={data} axis={filter["axis"]} onChange={change} />
        ) : view === "draft" ? (
          <DraftView lexicon={data} />
        ) : (
          <VersionsView lexicon={data} />
        )}
      </section>
      {address.get("new") === "1" ? (
        <AddTermPanel lexicon={data} onClose={() => change({ new: null })} />
      ) : opened === undefined ? null : (
        <TermPanel key={open} lexicon={data} term={opened} onClose={() => change({ term: null })} />
      )}
    </>
  );
}
