import { Link } from "react-router";
import { STATUS_NAMES } from "#transfers/transfer.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DueMark } from "#web/transfers/due-mark.tsx";
import { tellPlace } from "#web/transfers/tell-place.ts";
import { transfersText } from "#web/transfers/transfers.text.ts";
import { useTransfers } from "#web/transfers/use-transfers.ts";

/** The transfers of one clue, each leading to the board; nothing where there is none. */
export function ClueTransfers({ clueId }: { readonly clueId: string }) {
  const t = useText(transfersText);
  const words = useWords();
  const { data } = useTransfers({ clueId, size: "20" });
  return data === undefined || data.items.length === 0 ? null : (
    <section data-testid="clue-transfers">
      <h3>{t("title")}</h3>
      <ul className="stack-tight">
        {data.items.map((one) => (
          <li key={one.id} className="line">
            <Link to={`/clues/transfers?transfer=${one.id}`}>
              {words(tellPlace(one.from, one.kind))} → {words(tellPlace(one.to, one.kind))}
            </Link>
            <Mark tone={one.overdue ? "bad" : "quiet"}>{words(STATUS_NAMES[one.status])}</Mark>
            {one.due === null ? null : <DueMark due={one.due} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
