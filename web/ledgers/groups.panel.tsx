import type { CountFigures } from "#counts/counts.contract.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { Figure } from "#web/design/number/figure.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { ledgersText } from "#web/ledgers/ledgers.text.ts";
import { useGroups } from "#web/ledgers/use-groups.ts";

const TONES = { met: "bad", possible: "warn", "not-met": "quiet" } as const satisfies Record<string, Tone>;

/** Persons, the groups the law protects specially, the flags of scale and of sensitive information: aggregates only, no small cell. */
export function GroupsPanel({ countId, persons }: { readonly countId: string; readonly persons: CountFigures["persons"] }) {
  const t = useText(ledgersText);
  const words = useWords();
  const groups = useGroups(countId);
  const to = (figure: string) => addressOf(countId, { figure });
  return (
    <section className="panel stack-tight">
      <h2>{t("persons")}</h2>
      <dl className="facts figure" data-testid="persons">
        <dt>{t("atLeast")}</dt>
        <dd>
          <Figure plain value={persons.atLeast} to={to("persons.atLeast")} testId="persons-at-least" />
        </dd>
        <dt>{t("atMost")}</dt>
        <dd>
          <Figure plain value={persons.atMost} to={to("persons.atMost")} testId="persons-at-most" />
        </dd>
      </dl>
      <p className="quiet small">{t("personsWhy")}</p>
      {groups.isPending ? <Loading lines={4} /> : null}
      {groups.isError ? <Problem error={groups.error} onRetry={() => groups.refetch()} /> : null}
      {groups.data === undefined ? null : (
        <>
          <h3>{t("groups", { day: groups.data.asOf })}</h3>
          <dl className="facts figure" data-testid="groups">
            {groups.data.cells.map((cell) => (
              <div key={cell.id} style={{ display: "contents" }}>
                <dt>{words(cell.name)}</dt>
                <dd data-testid={`group-${cell.id}`}>{words(cell.text)}</dd>
              </div>
            ))}
          </dl>
          <ul className="stack-tight" data-testid="scale-flags">
            {groups.data.scale.map((flag) => (
              <li key={flag.id}>
                <Mark tone={TONES[flag.outcome]}>{words(flag.name)}</Mark> <span className="small">{words(flag.because)}</span>
              </li>
            ))}
          </ul>
          <p className="small line" data-testid="sensitive-flags">
            {groups.data.sensitive
              .filter(({ present }) => present)
              .map((category) => (
                <Mark key={category.id} tone="warn" title={category.cite}>
                  {words(category.name)}
                </Mark>
              ))}
          </p>
          {groups.data.notes.map((note) => (
            <p key={note.zh} className="quiet small">
              {words(note)}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
