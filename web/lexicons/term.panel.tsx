import { useState } from "react";
import type { OfficeLexicon, OfficeTerm } from "#lexicons/lexicons.contract.ts";
import type { TermChange } from "#reading/terms/change-terms.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DraftList } from "#web/lexicons/draft-list.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { wordsOfPlace, wordsOfTermValue } from "#web/lexicons/lexicon-words.text.ts";
import { ReasonToPropose } from "#web/lexicons/reason-to-propose.tsx";
import { useChangeLexicon } from "#web/lexicons/use-lexicon.ts";

type Act = "retire" | "restore" | "move" | "mark";

/** One term: who, when, why, its figures, what the draft would do to it, and the form to propose a change. */
export function TermPanel({ lexicon, term, onClose }: Props) {
  const t = useText(lexiconText);
  const words = useWords();
  const { figures, since, author, on, reason } = term;
  const pending = lexicon.draft.filter(
    ({ change }) => change.list === term.list && change.value === term.value && change.term === term.term,
  );
  return (
    <SidePanel
      title={
        <>
          {term.term} {term.slang ? <Mark tone="warn">{t("slang")}</Mark> : null}{" "}
          {term.retired ? <Mark tone="quiet">{t("retired")}</Mark> : null}
        </>
      }
      onClose={onClose}
      testId="term-panel"
    >
      <dl className="facts">
        <dt>{t("value")}</dt>
        <dd>{words(wordsOfPlace(term))}</dd>
        <dt>{t("by")}</dt>
        <dd>
          {author} {on}（{since === null ? t("shippedMark") : t("since", { n: since })}）
        </dd>
        <dt>{t("reason")}</dt>
        <dd className="break">{words(reason)}</dd>
        {(["hits", "documents", "cases", "prompts"] as const).map((of) => (
          <Row key={of} name={t(of)}>
            {figures === null ? <span className="quiet">{t("unknown")}</span> : <span className="figure">{formatNumber(figures[of])}</span>}
          </Row>
        ))}
      </dl>
      {figures === null ? <p className="quiet small">{since === null ? t("countedNone") : t("notCountedSince", { n: since })}</p> : null}
      {pending.length === 0 ? null : (
        <section className="stack-tight">
          <h3>{t("pending")}</h3>
          <DraftList lexicon={lexicon} changes={pending} />
        </section>
      )}
      {lexicon.can.propose ? <ChangeForm lexicon={lexicon} term={term} onClose={onClose} /> : <p className="quiet small">{t("mayNot")}</p>}
    </SidePanel>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function ChangeForm({ lexicon, term: one, onClose }: Props) {
  const t = useText(lexiconText);
  const words = useWords();
  const propose = useChangeLexicon("proposals");
  const { list, value, term } = one;
  const elsewhere = lexicon.values.filter((there) => there.list === list && there.value !== value);
  const acts: readonly (readonly [Act, string])[] = one.retired
    ? [["restore", t("doRestore")]]
    : [
        ["retire", t("doRetire")],
        ["mark", one.slang ? t("doUnmark") : t("doMark")],
        ["move", t("doMove")],
      ];
  const [chosen, setAct] = useState<Act>(one.retired ? "restore" : "retire");
  // Somebody may have retired or restored the term while the form stood open.
  const act = acts.find(([known]) => known === chosen)?.[0] ?? (one.retired ? "restore" : "retire");
  const [to, setTo] = useState(elsewhere[0]?.value ?? "");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim().length < 2) return;
    const named = { list, value, term };
    const change: TermChange =
      act === "move" ? { type: act, ...named, to } : act === "mark" ? { type: act, ...named, slang: !one.slang } : { type: act, ...named };
    propose.mutate({ expectedRevision: lexicon.revision, change, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice
        showLabel
        label={t("change")}
        value={act}
        onChange={(next) => setAct(acts.find(([known]) => known === next)?.[0] ?? act)}
        options={acts}
        testId="change-act"
      />
      {act === "move" ? (
        <Choice
          showLabel
          label={t("to")}
          value={to}
          onChange={setTo}
          options={elsewhere.map((there) => [there.value, words(wordsOfTermValue(list, there.value))] as const)}
          testId="change-to"
        />
      ) : null}
      <ReasonToPropose reason={reason} onChange={setReason} tried={tried} propose={propose} testId="change-reason" />
    </form>
  );
}

type Props = { readonly lexicon: OfficeLexicon; readonly term: OfficeTerm; readonly onClose: () => void };
