import type { ColumnView, OutlineBoard } from "#outlines/outlines.contract.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";

/** 证据复用图 elements by evidence, a table that is its own picture: colour and sign say the same. Columns are numbered, the key stands below. */
export function EvidenceMap({ board, columns }: { readonly board: OutlineBoard; readonly columns: readonly ColumnView[] }) {
  const t = useText(outlinesText);
  const words = useWords();
  const live = board.links.filter(({ state }) => !state.removed);
  const items = board.evidence.filter(({ id }) => live.some(({ state }) => state.evidenceId === id));
  const cell = (track: string, element: string, evidenceId: string) => {
    const hits = live.filter(
      ({ state }) => state.evidenceId === evidenceId && state.elements.some((key) => key.track === track && key.element === element),
    );
    if (hits.some(({ state }) => state.strength === "proves")) return "proves";
    return hits.length > 0 ? "indicates" : null;
  };
  return (
    <section className="panel stack-tight" data-testid="evidence-map">
      <h2>{t("map")}</h2>
      <p className="quiet small">{items.length === 0 ? t("mapEmpty") : t("mapWhy")}</p>
      {items.length === 0 ? null : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="outline-map" aria-label={t("map")} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("element")}</th>
                  {items.map(({ id, path }, at) => (
                    <th key={id} scope="col" title={path} className="figure">
                      {at + 1}
                      <span className="visually-hidden"> {path}</span>
                    </th>
                  ))}
                  <th scope="col">{t("standing")}</th>
                </tr>
              </thead>
              {columns.map((column) => (
                <tbody key={column.track}>
                  <tr>
                    <th scope="rowgroup" colSpan={items.length + 2} className="outline-map-group">
                      {column.track === "criminal" ? t("criminal") : words(column.name)}
                    </th>
                  </tr>
                  {column.elements.map(({ track, element, meaning, standing }) => (
                    <tr key={element}>
                      <th scope="row">{words(meaning)}</th>
                      {items.map(({ id }) => {
                        const hit = cell(track, element, id);
                        return (
                          <td key={id} className={hit === null ? "" : `map-${hit}`}>
                            {hit === null ? null : (
                              <>
                                <span aria-hidden="true">{hit === "proves" ? "●" : "◐"}</span>
                                <span className="visually-hidden">{t(hit)}</span>
                              </>
                            )}
                          </td>
                        );
                      })}
                      <td className={`map-standing map-${standing}`}>{t(standing)}</td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </section>
          <ol className="small outline-map-key">
            {items.map(({ id, path }) => (
              <li key={id} className="break">
                {path}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
