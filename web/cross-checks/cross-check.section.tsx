import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { tellTitle } from "#clues/tell-title.ts";
import type { CrossCheck, Hit } from "#cross-checks/cross-checks.contract.ts";
import { ClueStatusMark } from "#web/clues/clue-status.tsx";
import { AskForm } from "#web/cross-checks/ask-form.tsx";
import { ContactStatusMark } from "#web/cross-checks/contact-status.tsx";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { StrengthMark, TraitList } from "#web/cross-checks/trait-list.tsx";
import { useCrossCheck } from "#web/cross-checks/use-cross-checks.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import "#web/cross-checks/cross-checks.css";

/** 串并提示 what this clue shares with others: by kind and number where the other office is hidden, by name where one sees the clue anyway. */
export function CrossCheckSection({ clueId, version, onOpen }: Props) {
  const t = useText(crossChecksText);
  const words = useWords();
  const check = useCrossCheck(clueId, version);
  if (check.isPending) return <Loading lines={2} />;
  if (check.isError) return <Problem error={check.error} onRetry={() => check.refetch()} />;
  const { hits, live, duplicates } = check.data;
  return (
    <section data-testid="cross-check" className="stack-tight">
      <h3>
        {t("section")} <span className="quiet small">{t("suggestion")}</span>
      </h3>
      <Compared {...check.data} />
      {live ? null : <p className="quiet small">{t("notLive")}</p>}
      {live && hits.length === 0 && !check.data.compared.waiting && check.data.compared.traits.length > 0 ? (
        <p className="quiet">{t("noHit")}</p>
      ) : null}
      <ul className="stack-tight">
        {hits.map((hit) => (
          <HitRow key={hit.id} clueId={clueId} hit={hit} mayAsk={check.data.mayAsk} />
        ))}
      </ul>
      {duplicates.length === 0 ? null : (
        <div>
          <p className="quiet small">{t("duplicates")}</p>
          <ul className="stack-tight">
            {duplicates.map(({ id, title, status, traits }) => (
              <li key={id} data-testid="cross-duplicate">
                <span className="line">
                  <Button type="link" className="link-cell" onClick={() => onOpen(id)}>
                    {words(tellTitle(title))}
                  </Button>
                  <ClueStatusMark status={status} />
                </span>
                <TraitList traits={traits} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {hits.length === 0 && duplicates.length === 0 ? null : (
        <p className="small">
          <Link to="/law/jurisdiction">{t("law")}</Link>
        </p>
      )}
    </section>
  );
}

type Props = { readonly clueId: string; readonly version: number; readonly onOpen: (id: string) => void };

function Compared({ compared: { waiting, traits, left } }: Pick<CrossCheck, "compared">) {
  const t = useText(crossChecksText);
  return (
    <>
      {waiting ? (
        <p className="quiet small" role="status" data-testid="cross-waiting">
          {t("waiting")}
        </p>
      ) : null}
      {traits.length > 0 ? (
        <div className="line">
          <span className="quiet small">{t("compared")}</span>
          <TraitList traits={traits} />
        </div>
      ) : waiting ? null : (
        <p className="quiet small">{t("nothingCompared")}</p>
      )}
      {left === 0 ? null : <p className="warn small">{t("left", { n: left })}</p>}
    </>
  );
}

function HitRow({ clueId, hit, mayAsk }: { readonly clueId: string; readonly hit: Hit; readonly mayAsk: boolean }) {
  const t = useText(crossChecksText);
  const [asking, setAsking] = useState(false);
  const { contact } = hit;
  const may = mayAsk && (contact === null || !(contact.status === "asked" || contact.status === "agreed"));
  return (
    <li className="hit" data-testid="hit">
      <div className="line between">
        <strong>{t("hitOne")}</strong>
        <StrengthMark strength={hit.strength} />
      </div>
      <TraitList traits={hit.traits} />
      <div className="line">
        {contact === null ? (
          <span className="quiet small grow">{t("hidden")}</span>
        ) : (
          <>
            <ContactStatusMark status={contact.status} />
            <Link to={`/clues/contacts?contact=${contact.id}`} data-testid="open-contact">
              {t("view")}
            </Link>
          </>
        )}
        {may ? (
          <Button aria-expanded={asking} onClick={() => setAsking(!asking)} data-testid="ask-contact">
            {t("ask")}
          </Button>
        ) : null}
      </div>
      {mayAsk ? null : <p className="quiet small">{t("mayNotAsk")}</p>}
      {asking && may ? <AskForm clueId={clueId} hit={hit.id} onDone={() => setAsking(false)} /> : null}
    </li>
  );
}
