import { VALUE_WORDS } from "#case-documents/fact-words.data.ts";
import type { Aspect, ComparedElement } from "#library/library.contract.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { ASPECT_WORDS, libraryText, OWN_VALUE_WORDS } from "#web/library/library.text.ts";

const SIGNS = { matched: "✓", missed: "×", extra: "+" } as const;

/** The words of a value of an aspect. */
export function useValueWords(): (value: string) => string {
  const words = useWords();
  return (value) => words(OWN_VALUE_WORDS[value] ?? VALUE_WORDS[value] ?? { zh: value, en: value });
}

/** 要素比对 matched, missed and extra, each with its sign and word; never by colour alone. */
export function ElementList({ elements }: { readonly elements: readonly ComparedElement[] }) {
  const t = useText(libraryText);
  const words = useWords();
  const valueWords = useValueWords();
  return (
    <dl className="facts library-elements" data-testid="library-elements">
      {(["matched", "missed", "extra"] as const).map((state) => {
        const of = elements.filter((one) => one.state === state);
        const aspects = [...new Set(of.map(({ aspect }) => aspect))];
        return (
          <div key={state} className="library-state" data-state={state}>
            <dt>
              <span aria-hidden="true">{SIGNS[state]}</span> {t(state)} {of.length}
            </dt>
            <dd className="break">
              {aspects.length === 0 ? <span className="quiet">{t("nothing")}</span> : null}
              {aspects.map((aspect) => (
                <span key={aspect} className="library-aspect">
                  <span className="quiet">{words(ASPECT_WORDS[aspect])}</span>{" "}
                  {of
                    .filter((one) => one.aspect === aspect)
                    .map(({ value }) => valueWords(value))
                    .join("、")}
                </span>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Both sides of every aspect, for reading side by side. */
export function ElementTable({ elements }: { readonly elements: readonly ComparedElement[] }) {
  const t = useText(libraryText);
  const words = useWords();
  const valueWords = useValueWords();
  const aspects: readonly Aspect[] = [...new Set(elements.map(({ aspect }) => aspect))];
  const side = (aspect: Aspect, states: readonly ComparedElement["state"][]) => {
    const of = elements.filter((one) => one.aspect === aspect && states.includes(one.state));
    if (of.length === 0) return <span className="quiet">{t("itemsUnknown")}</span>;
    return of.map(({ value, state }) => (
      <span key={value} className="library-aspect">
        <span aria-hidden="true">{SIGNS[state]}</span> {valueWords(value)} <span className="quiet small">{t(state)}</span>
      </span>
    ));
  };
  return (
    <table className="library-sides">
      <thead>
        <tr>
          <th scope="col">{t("aspect")}</th>
          <th scope="col">{t("asked")}</th>
          <th scope="col">{t("candidate")}</th>
        </tr>
      </thead>
      <tbody>
        {aspects.map((aspect) => (
          <tr key={aspect}>
            <th scope="row">{words(ASPECT_WORDS[aspect])}</th>
            <td className="break">{side(aspect, ["matched", "missed"])}</td>
            <td className="break">{side(aspect, ["matched", "extra"])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
