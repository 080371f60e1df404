import { Button } from "antd";
import type { Phenomenon } from "#charges/charge-books.contract.ts";
import type { ChargesRequest } from "#charges/charges.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { chargesText } from "#web/law/charges/charges.text.ts";
import { ChargesAnswerView } from "#web/law/charges/charges-answer.view.tsx";
import { CHARGES_DRAFT, ChargesDraft, EMPTY_DRAFT, factsByOffence } from "#web/law/charges/charges-draft.ts";
import { sharedFields } from "#web/law/charges/shared-fields.ts";
import { usePhenomena } from "#web/law/charges/use-charges.ts";
import { lawText } from "#web/law/law.text.ts";
import { FactForm } from "#web/law/offences/fact-form.tsx";
import { OFFENCE_WORDS } from "#web/law/offences/offence-words.text.ts";
import "#web/law/charges/charges.css";

/** 可能的罪名 a phenomenon and the shared facts at the left; the offences they can be, with what each has and lacks, at the right. */
export function ChargesView() {
  const phenomena = usePhenomena();
  if (phenomena.isPending) return <Loading lines={8} />;
  if (phenomena.isError) return <Problem error={phenomena.error} onRetry={() => phenomena.refetch()} />;
  return <Board {...phenomena.data} />;
}

function Board({ phenomena, notShared }: { readonly phenomena: readonly Phenomenon[]; readonly notShared: readonly string[] }) {
  const t = useText(chargesText);
  const words = useWords();
  const signs = useSigns();
  const [address, setAddress] = useAddress();
  const chosen = phenomena.find(({ id }) => id === address.get("phenomenon")) ?? null;
  const { form, change, forget } = useDraft<ChargesDraft>(
    CHARGES_DRAFT,
    EMPTY_DRAFT,
    (stored) => ChargesDraft.safeParse(stored).data ?? null,
  );
  const known = Object.keys(OFFENCE_WORDS);
  const named = chosen === null ? known : chosen.charges.flatMap(({ offence }) => offence ?? []);
  const fields = sharedFields([...new Set([...named, ...(form.fromCase === null ? [] : ["infringing-personal-information"])])], notShared);
  const asked = new Set(fields.map(({ name }) => name));
  const common = Object.fromEntries(Object.entries(form.common).filter(([name, value]) => asked.has(name) && value !== null));
  const question: ChargesRequest = {
    phenomenon: chosen?.id ?? null,
    // the offence of the case stays in the table beside those of the phenomenon
    ...(chosen !== null && form.fromCase !== null ? { offences: ["infringing-personal-information"] } : {}),
    facts: common,
    byOffence: factsByOffence(form),
  };
  return (
    <div className="law-board law-board-slim">
      <section className="panel stack-tight no-print" aria-label={t("facts")}>
        <Choice
          showLabel
          label={t("phenomenon")}
          value={chosen?.id ?? ""}
          onChange={(id) => setAddress(id === "" ? {} : { phenomenon: id }, { replace: true })}
          options={[["", t("allOffences")], ...phenomena.map(({ id, name }): [string, string] => [id, words(name)])]}
          testId="charges-phenomenon"
        />
        {chosen === null ? null : <About phenomenon={chosen} />}
        <a className="law-jump" href="#law-answer">
          {t("toAnswer")}
        </a>
        <div className="line between">
          <h2>{t("facts")}</h2>
          <Button
            size="small"
            onClick={() => {
              change(EMPTY_DRAFT);
              forget();
            }}
            data-testid="charges-clear"
          >
            {t("clear")}
          </Button>
        </div>
        <p className="quiet small">{t("factsReason")}</p>
        {form.fromCase === null ? null : (
          <p className="law-warning small" data-testid="charges-from-case">
            {t("fromCase")}{" "}
            <Button size="small" onClick={() => change({ ...form, fromCase: null })}>
              {t("drop")}
            </Button>
          </p>
        )}
        {form.opened.length === 0 ? null : (
          <p className="small">
            {t("opened", {
              names: signs.list(form.opened.map((offence) => words(OFFENCE_WORDS[offence] ?? { zh: offence, en: offence }))),
            })}
          </p>
        )}
        <FactForm fields={fields} facts={form.common} onChange={(next) => change({ ...form, common: { ...next } })} />
      </section>
      <ChargesAnswerView question={question} onOpen={(offence) => change({ ...form, opened: [...new Set([...form.opened, offence])] })} />
    </div>
  );
}

/** What the phenomenon is, its other names, and what must be known about it before it is called a crime. */
function About({ phenomenon }: { readonly phenomenon: Phenomenon }) {
  const t = useText(chargesText);
  const l = useText(lawText);
  const words = useWords();
  const { language } = useLanguage();
  const { aliases, charges, notes } = phenomenon;
  return (
    <div className="stack-tight" data-testid="phenomenon">
      <p>
        {words(phenomenon.meaning)} <span className="quiet small">{phenomenon.cite}</span>{" "}
        {phenomenon.unconfirmed ? <Mark tone="warn">{l("unconfirmed")}</Mark> : null}
      </p>
      {aliases[language].length === 0 ? null : (
        <p className="quiet small">{t("also", { names: aliases[language].join(language === "zh" ? "、" : ", ") })}</p>
      )}
      {charges.length === 0 ? <p className="law-warning small">{t("noCharge")}</p> : null}
      {notes.map((note) => (
        <p key={note.en} className="law-warning small">
          {words(note)} <span className="quiet">{note.cite}</span>
        </p>
      ))}
    </div>
  );
}
