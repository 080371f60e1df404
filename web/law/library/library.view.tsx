import { Checkbox } from "antd";
import { useState } from "react";
import type { Library, LibraryLaw } from "#law/law.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lawText } from "#web/law/law.text.ts";
import { countProvisions, findProvisions } from "#web/law/library/find-provisions.ts";
import { libraryText } from "#web/law/library/library.text.ts";
import { LocalMark } from "#web/law/local-mark.tsx";
import { useLibrary } from "#web/law/use-law.ts";

const VIEWS = ["provisions", "changes"] as const;

/** 法规库 the rules the engine works with, by law and article, searched in both languages; or what each version of an offence's law changed. */
export function LibraryView() {
  const t = useText(libraryText);
  const [address, setAddress] = useAddress();
  const library = useLibrary();
  // held here and written into the address: the address follows a moment later, which an input method does not bear
  const [query, setQuery] = useState(() => address.get("q") ?? "");
  const view = VIEWS.find((known) => known === address.get("view")) ?? "provisions";
  const unconfirmed = address.get("unconfirmed") === "1";
  if (library.isPending) return <Loading lines={8} />;
  if (library.isError) return <Problem error={library.error} onRetry={() => library.refetch()} />;
  const put = (name: string, value: string) =>
    setAddress(
      (next) => {
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <div className="stack">
      <section className="panel stack-tight no-print">
        <fieldset className="three law-views">
          <legend className="visually-hidden">{t("by")}</legend>
          {VIEWS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="library-view"
                checked={one === view}
                onChange={() => put("view", one === "provisions" ? "" : one)}
                data-testid={`library-${one}`}
              />
              <span>{t(one)}</span>
            </label>
          ))}
        </fieldset>
        {view === "changes" ? null : (
          <>
            <Labelled label={t("search")}>
              <input
                className="field"
                type="search"
                value={query}
                placeholder={t("searchHint")}
                onChange={(event) => {
                  setQuery(event.target.value);
                  put("q", event.target.value);
                }}
                data-testid="library-search"
              />
            </Labelled>
            <Checkbox checked={unconfirmed} onChange={(event) => put("unconfirmed", event.target.checked ? "1" : "")}>
              {t("onlyUnconfirmed", { n: countProvisions(findProvisions(library.data.laws, "", true)) })}
            </Checkbox>
          </>
        )}
      </section>
      {view === "changes" ? (
        <Changes offences={library.data.offences} />
      ) : (
        <Provisions laws={findProvisions(library.data.laws, query, unconfirmed)} />
      )}
      <p className="quiet small">{t("ownWords")}</p>
    </div>
  );
}

function Provisions({ laws }: { readonly laws: readonly LibraryLaw[] }) {
  const t = useText(libraryText);
  const l = useText(lawText);
  const words = useWords();
  if (laws.length === 0)
    return (
      <section className="panel panel-flush">
        <Empty title={t("noneFound")} testId="library-empty" />
      </section>
    );
  return (
    <div className="stack" data-testid="library">
      <p className="quiet small" aria-live="polite">
        {t("found", { n: countProvisions(laws) })}
      </p>
      {laws.map((law) => (
        <section key={law.id} className="panel stack-tight">
          <h2>{words(law.title)}</h2>
          {law.articles.map((article) => (
            <div key={article.id} className="article">
              {article.title === null ? null : <h3>{words(article.title)}</h3>}
              <ul>
                {article.entries.map((entry) => (
                  <li key={`${entry.id} ${entry.cite}`} className="provision" data-testid="provision">
                    <span className="provision-cite">{entry.cite}</span>
                    <span>
                      {words(entry.meaning)}{" "}
                      {entry.band === null || entry.band === "none" ? null : <Mark tone="quiet">{t(entry.band)}</Mark>}{" "}
                      {entry.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null} <LocalMark local={entry.local} />
                    </span>
                    <span className="quiet small figure nowrap">
                      {entry.inForce === null
                        ? ""
                        : entry.inForce.until === null
                          ? t("since", { from: entry.inForce.from })
                          : t("between", { from: entry.inForce.from, until: entry.inForce.until })}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Changes({ offences }: { readonly offences: Library["offences"] }) {
  const t = useText(libraryText);
  const words = useWords();
  return (
    <div className="stack" data-testid="changes">
      {offences.map(({ offence, title, changes }) => (
        <section key={offence} className="panel stack-tight">
          <h2>{words(title)}</h2>
          <ol className="changes">
            {changes.map((change) => (
              <li key={`${change.kind} ${change.id}`}>
                <div className="line">
                  <strong className="figure">
                    {change.until === null ? t("since", { from: change.from }) : t("between", { from: change.from, until: change.until })}
                  </strong>
                  <Mark>{t(change.kind)}</Mark>
                  <span>{words(change.title)}</span>
                </div>
                {change.added.length + change.removed.length === 0 ? <p className="quiet small">{t("unchanged")}</p> : null}
                {change.added.length + change.removed.length > 6 ? (
                  <details>
                    <summary className="small">
                      + {t("added")} {change.added.length}
                      {change.removed.length === 0 ? "" : ` · − ${t("removed")} ${change.removed.length}`}
                    </summary>
                    <Differences added={change.added} removed={change.removed} />
                  </details>
                ) : (
                  <Differences added={change.added} removed={change.removed} />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type Words = { readonly zh: string; readonly en: string };

function Differences({ added, removed }: { readonly added: readonly Words[]; readonly removed: readonly Words[] }) {
  const t = useText(libraryText);
  const words = useWords();
  return (
    <ul className="small">
      {added.map((one) => (
        <li key={one.zh}>
          <span className="good" title={t("added")}>
            ＋
          </span>
          <span className="visually-hidden">{t("added")}</span> {words(one)}
        </li>
      ))}
      {removed.map((one) => (
        <li key={one.zh}>
          <span className="bad" title={t("removed")}>
            －
          </span>
          <span className="visually-hidden">{t("removed")}</span> <s>{words(one)}</s>
        </li>
      ))}
    </ul>
  );
}
