import { Checkbox } from "antd";
import { useState } from "react";
import type { OfficeLexicon } from "#lexicons/lexicons.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { lexiconText } from "#web/lexicons/lexicon.text.ts";
import { wordsOfPlace } from "#web/lexicons/lexicon-words.text.ts";
import { ReasonToPropose } from "#web/lexicons/reason-to-propose.tsx";
import { useChangeLexicon } from "#web/lexicons/use-lexicon.ts";

/** A term for the draft: under which value, whether black talk, and why. */
export function AddTermPanel({ lexicon, onClose }: { readonly lexicon: OfficeLexicon; readonly onClose: () => void }) {
  const t = useText(lexiconText);
  const words = useWords();
  const propose = useChangeLexicon("proposals");
  const [chosen, setChosen] = useState("conducts sell");
  const [term, setTerm] = useState("");
  const [slang, setSlang] = useState(true);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const place = lexicon.values.find(({ list, value }) => `${list} ${value}` === chosen) ?? lexicon.values[0];
  const submit = () => {
    setTried(true);
    if (place === undefined || term.trim() === "" || reason.trim().length < 2) return;
    const change = { type: "add" as const, ...place, term: term.trim(), slang };
    propose.mutate({ expectedRevision: lexicon.revision, change, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <SidePanel title={t("add")} onClose={onClose} testId="add-term-panel">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Choice
          showLabel
          label={t("value")}
          value={chosen}
          onChange={setChosen}
          options={lexicon.values.map((one) => [`${one.list} ${one.value}`, words(wordsOfPlace(one))] as const)}
          testId="add-value"
        />
        <Labelled label={t("addTerm")} reason={t("addTermWhy")} error={tried && term.trim() === "" ? t("needTerm") : null}>
          <input className="field" value={term} maxLength={60} onChange={(event) => setTerm(event.target.value)} data-testid="add-word" />
        </Labelled>
        <Checkbox checked={slang} onChange={({ target }) => setSlang(target.checked)} data-testid="add-slang">
          {t("isSlang")}
        </Checkbox>
        <ReasonToPropose reason={reason} onChange={setReason} tried={tried} propose={propose} testId="add-reason" />
      </form>
    </SidePanel>
  );
}
