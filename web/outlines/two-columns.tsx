import { nameFacts } from "#outlines/name-fact.ts";
import type { ColumnView, ElementView, LinkView, OutlineBoard } from "#outlines/outlines.contract.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { LinkLine } from "#web/outlines/link-line.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";

export const STANDING_TONES = { proved: "good", indicated: "warn", nothing: "unknown" } as const satisfies Record<
  ElementView["standing"],
  Tone
>;

/** 双列 elements of the crime at the left, of the public interest at the right, what serves both in the middle; one below the other where narrow. */
export function TwoColumns({ caseId, board, crime, pil }: Props) {
  const t = useText(outlinesText);
  const words = useWords();
  const live = board.links.filter(({ state }) => !state.removed);
  const serves = (link: LinkView, column: ColumnView) => link.state.elements.some(({ track }) => track === column.track);
  const shared = live.filter((link) => serves(link, crime) && serves(link, pil));
  const nameOf = (key: LinkView["state"]["elements"][number]) =>
    [crime, pil].flatMap(({ elements }) => elements).find(({ track, element }) => track === key.track && element === key.element);
  return (
    <div className="outline-columns">
      <Side caseId={caseId} board={board} column={crime} links={live} title={t("criminal")} subtitle={words(crime.name)} />
      <section className="panel stack-tight outline-shared" aria-label={t("shared")} data-testid="outline-shared">
        <h2>
          {t("shared")} <span className="quiet figure">{shared.length}</span>
        </h2>
        {shared.length === 0 ? <p className="quiet small">{t("noShared")}</p> : null}
        <ul className="stack-tight">
          {shared.map(({ id, path, state }) => (
            <li key={id} className="small">
              <strong className="break">{path}</strong>
              <ul className="outline-serves">
                {state.elements.map((key) => {
                  const view = nameOf(key);
                  return view === undefined ? null : (
                    <li key={`${key.track} ${key.element}`}>
                      {key.track === "criminal" ? "← " : "→ "}
                      {words(view.meaning)}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <Side caseId={caseId} board={board} column={pil} links={live} title={t("pil")} subtitle={words(pil.name)} />
    </div>
  );
}

function Side({ caseId, board, column, links, title, subtitle }: SideProps) {
  return (
    <section className="panel stack-tight" aria-label={title} data-testid={`outline-side-${column.track}`}>
      <div>
        <h2>{title}</h2>
        <p className="quiet small">{subtitle}</p>
      </div>
      <ul className="outline-elements">
        {column.elements.map((view) => (
          <li key={view.element} data-testid="outline-element" data-element={view.element} data-standing={view.standing}>
            <ElementHead view={view} />
            {links
              .filter(({ id }) => view.links.includes(id))
              .map((link) => (
                <LinkLine key={link.id} caseId={caseId} board={board} link={link} />
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ElementHead({ view }: { readonly view: ElementView }) {
  const t = useText(outlinesText);
  const signs = useSigns();
  const words = useWords();
  const { standing, spared, group, burden, unconfirmed, meaning, cite, openLimbs, missingFacts } = view;
  const unknown = openLimbs.filter(({ outcome }) => outcome === "unknown");
  return (
    <>
      <div className="line">
        <Mark tone={STANDING_TONES[standing]}>{t(standing)}</Mark>
        <strong>{words(meaning)}</strong>
      </div>
      <p className="quiet small">
        {[cite, group === null ? null : t("oneSuffices"), burden === null ? null : t("otherSide"), unconfirmed ? t("unconfirmed") : null]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      {spared ? <p className="small quiet">{t("spared")}</p> : null}
      {standing === "proved"
        ? null
        : unknown.map(({ id, meaning: limb, have, need }) => (
            <p key={id} className="small warn">
              {t("openLimb", { text: words(limb), have, need })}
            </p>
          ))}
      {standing === "proved" || missingFacts.length === 0 ? null : (
        <p className="small warn">{t("missing", { list: signs.list(nameFacts(missingFacts).map((name) => words(name))) })}</p>
      )}
    </>
  );
}

type Props = { readonly caseId: string; readonly board: OutlineBoard; readonly crime: ColumnView; readonly pil: ColumnView };
type SideProps = Omit<Props, "crime" | "pil"> & {
  readonly column: ColumnView;
  readonly links: readonly LinkView[];
  readonly title: string;
  readonly subtitle: string;
};
