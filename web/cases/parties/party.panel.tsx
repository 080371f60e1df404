import { Button } from "antd";
import { useState } from "react";
import { type CaseAction, type CaseDetail, Party } from "#cases/cases.contract.ts";
import { caseText } from "#web/cases/case.text.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import { PARTY_KIND_WORDS, PARTY_ROLE_WORDS } from "#web/words/words.text.ts";

/** Adds, corrects or removes a party; the last two only with a reason. */
export function PartyPanel({ party, can, pending, error, onAct, onClose }: Props) {
  const t = useText(caseText);
  const c = useText(commonText);
  const words = useWords();
  const [name, setName] = useState(party?.name ?? "");
  const [kind, setKind] = useState<string>(party?.kind ?? "natural-person");
  const [role, setRole] = useState<string>(party?.role ?? "suspect");
  const [note, setNote] = useState(party?.note ?? "");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState<"save" | "remove" | null>(null);
  const fresh = party === null;
  const mayEdit = can.includes(fresh ? "add-party" : "correct-party");
  const nameProblem = tried === "save" && name.trim() === "" ? t("nameMissing") : null;
  const reasonProblem = tried !== null && !fresh && reason.trim() === "" ? t("reasonMissing") : null;
  const save = () => {
    setTried("save");
    if (name.trim() === "" || (!fresh && reason.trim() === "")) return;
    const content = {
      name: name.trim(),
      kind: Party.shape.kind.parse(kind),
      role: Party.shape.role.parse(role),
      note: note.trim() === "" ? null : note.trim(),
    };
    onAct(
      fresh ? { type: "add-party", party: content } : { type: "correct-party", partyId: party.id, party: content, reason: reason.trim() },
    );
  };
  const remove = () => {
    setTried("remove");
    if (party !== null && reason.trim() !== "") onAct({ type: "remove-party", partyId: party.id, reason: reason.trim() });
  };
  return (
    <SidePanel title={fresh ? t("addParty") : mayEdit ? t("correctParty") : party.name} onClose={onClose} testId="party-panel">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Labelled label={t("name")} reason={t("nameReason")} error={nameProblem}>
          <input
            className="field"
            value={name}
            maxLength={60}
            disabled={!mayEdit}
            onChange={(event) => setName(event.target.value)}
            data-testid="party-name"
          />
        </Labelled>
        <div className="line">
          <Choice
            showLabel
            label={t("partyRole")}
            value={role}
            onChange={setRole}
            options={Party.shape.role.options.map((one) => [one, words(PARTY_ROLE_WORDS[one])])}
            testId="party-role"
          />
          <Choice
            showLabel
            label={t("kind")}
            value={kind}
            onChange={setKind}
            options={Party.shape.kind.options.map((one) => [one, words(PARTY_KIND_WORDS[one])])}
          />
        </div>
        <Labelled label={t("note")}>
          <textarea className="field" value={note} maxLength={400} disabled={!mayEdit} onChange={(event) => setNote(event.target.value)} />
        </Labelled>
        {fresh || !mayEdit ? null : (
          <Labelled label={t("reason")} reason={t("reasonLaw")} error={reasonProblem}>
            <input
              className="field"
              value={reason}
              maxLength={400}
              onChange={(event) => setReason(event.target.value)}
              data-testid="party-reason"
            />
          </Labelled>
        )}
        <InlineProblem error={error} />
        <div className="line">
          {mayEdit ? (
            <Button type="primary" htmlType="submit" loading={pending} data-testid="party-submit">
              {fresh ? t("add") : t("correct")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{c("close")}</Button>
          {!fresh && can.includes("remove-party") ? (
            <Button danger onClick={remove} loading={pending}>
              {t("removeParty")}
            </Button>
          ) : null}
        </div>
      </form>
    </SidePanel>
  );
}

type Props = {
  readonly party: Party | null;
  readonly can: CaseDetail["can"];
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAct: (action: CaseAction) => void;
  readonly onClose: () => void;
};
