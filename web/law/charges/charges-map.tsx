import type { ChargeRow } from "#charges/charges.contract.ts";
import { useText, useWords } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";
import { Article, StandingMark } from "#web/law/charges/standing-mark.tsx";

/** 图 the phenomenon at the left, a line to each offence, and on each how many elements and limbs are met, unknown and not met. */
export function ChargesMap({
  head,
  rows,
  onOpen,
}: {
  readonly head: string;
  readonly rows: readonly ChargeRow[];
  readonly onOpen: (row: ChargeRow) => void;
}) {
  return (
    <div className="charges-map" data-testid="charges-map">
      <strong className="charges-head">{head}</strong>
      <ul>
        {rows.map((row) => (
          <Branch key={`${row.offence ?? row.article}-${row.title.en}`} row={row} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

function Branch({ row, onOpen }: { readonly row: ChargeRow; readonly onOpen: (row: ChargeRow) => void }) {
  const t = useText(chargesText);
  const words = useWords();
  const { answer, offence } = row;
  const nodes = answer === null ? [] : [...answer.elements.filter(({ id }) => answer.established !== null || id !== "10"), ...answer.limbs];
  const many = (outcome: ChargeRow["standing"]) => nodes.filter((node) => node.outcome === outcome).length;
  const [met, unknown, not] = [many("met"), many("unknown"), many("not-met")];
  return (
    <li className="charges-branch">
      <button
        type="button"
        className={`charges-offence charges-${row.standing}`}
        disabled={offence === null}
        onClick={() => onOpen(row)}
        data-testid="charges-branch"
      >
        <span className="line between">
          <span>
            <Article article={row.article} /> {words(row.title)}
          </span>
          <StandingMark standing={row.standing} />
        </span>
        {answer === null ? (
          <span className="quiet small">{t("noRule")}</span>
        ) : (
          <>
            <span className="charges-bar" aria-hidden="true">
              <span className="charges-bar-met" style={{ flexGrow: met }} />
              <span className="charges-bar-unknown" style={{ flexGrow: unknown }} />
              <span className="charges-bar-not" style={{ flexGrow: not }} />
            </span>
            <span className="quiet small">{t("counts", { met, unknown, not })}</span>
          </>
        )}
      </button>
    </li>
  );
}
