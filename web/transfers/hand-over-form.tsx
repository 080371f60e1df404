import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { Clue } from "#clues/clues.contract.ts";
import { TransferGround } from "#transfers/transfer-clocks.contract.ts";
import type { Transfer } from "#transfers/transfers.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";
import { EMPTY_TARGET, readTarget, TargetFields } from "#web/transfers/target-fields.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";
import { useHandOver } from "#web/transfers/use-transfers.ts";

/** 移送表 where the clue goes, on what basis, with which materials; prefilled with what the clue says. */
export function HandOverForm({ clue, onDone }: { readonly clue: Clue; readonly onDone: (transfer: Transfer) => void }) {
  const t = useText(transfersText);
  const change = useHandOver(clue.id);
  const requestId = useRequestId();
  const today = dayOf(new Date());
  const [target, setTarget] = useState(EMPTY_TARGET);
  const [form, setForm] = useState(() => ({
    ground: "ordinary",
    foundOn: dayOf(new Date(clue.registeredAt)),
    basis: "",
    content: clue.content.summary === "" ? clue.content.title : clue.content.summary,
    opinion: "",
    lines: [...new Set(clue.content.sentences.flatMap(({ document }) => (document === null ? [] : [document])))].join("\n"),
  }));
  const [chosen, setChosen] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && value.trim() === "" ? t("missing") : null);
  const submit = () => {
    setTried(true);
    const read = readTarget(target);
    const { ground, foundOn, basis, content, opinion, lines } = form;
    if (read === null || foundOn === "" || foundOn > today || [basis, content, opinion].some((one) => one.trim() === "")) return;
    const typed = lines.split("\n").flatMap((line) => (line.trim() === "" ? [] : [{ name: line.trim().slice(0, 200), evidenceId: null }]));
    change.mutate(
      {
        requestId: requestId.current(),
        expectedVersion: clue.version,
        target: read,
        form: {
          ground: TransferGround.parse(ground),
          foundOn,
          basis: basis.trim(),
          content: content.trim(),
          opinion: opinion.trim(),
          evidence: [...chosen.map(({ id, name }) => ({ name, evidenceId: id })), ...typed],
        },
      },
      { onSuccess: onDone, onSettled: () => requestId.renew() },
    );
  };
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      data-testid="hand-over-form"
    >
      <p className="quiet small">{t("handOverWhy")}</p>
      <TargetFields target={target} from={clue.office.code} tried={tried} onChange={setTarget} />
      <div className="two">
        <Choice
          showLabel
          label={t("ground")}
          value={form.ground}
          onChange={(ground) => setForm({ ...form, ground })}
          options={[
            ["ordinary", t("ordinary")],
            ["duty-crime", t("dutyCrime")],
          ]}
        />
        <Labelled label={t("foundOn")} error={tried && (form.foundOn === "" || form.foundOn > today) ? t("foundWrong") : null}>
          <input
            className="field"
            type="date"
            max={today}
            value={form.foundOn}
            onChange={(event) => setForm({ ...form, foundOn: event.target.value })}
          />
        </Labelled>
      </div>
      {(["basis", "content", "opinion"] as const).map((name) => (
        <Labelled key={name} label={t(name)} error={missing(form[name])} {...(name === "content" ? { reason: t("masked") } : {})}>
          <textarea
            className="field"
            rows={name === "content" ? 4 : 2}
            maxLength={name === "content" ? 4000 : 1000}
            value={form[name]}
            onChange={(event) => setForm({ ...form, [name]: event.target.value })}
            data-testid={`hand-over-${name}`}
          />
        </Labelled>
      ))}
      {clue.case === null ? null : <EvidenceChoice caseId={clue.case.id} chosen={chosen} onChange={setChosen} />}
      <Labelled label={t("evidenceLines")}>
        <textarea className="field" rows={2} value={form.lines} onChange={(event) => setForm({ ...form, lines: event.target.value })} />
      </Labelled>
      <InlineProblem error={change.error} testId="hand-over-problem" />
      <div>
        <Button type="primary" htmlType="submit" loading={change.isPending} data-testid="hand-over-submit">
          {t("handOver")}
        </Button>
      </div>
    </form>
  );
}

type Chosen = readonly { readonly id: string; readonly name: string }[];

/** Evidence of the case by its name: it is referred to, its bytes stay in the vault. */
function EvidenceChoice({ caseId, chosen, onChange }: EvidenceProps) {
  const t = useText(transfersText);
  const evidence = useEvidenceList(caseId);
  const items = evidence.data?.items ?? [];
  return items.length === 0 ? null : (
    <fieldset className="stack-tight">
      <legend className="labelled-name">{t("evidence")}</legend>
      {items.map(({ id, path }) => (
        <Checkbox
          key={id}
          checked={chosen.some((one) => one.id === id)}
          onChange={({ target }) => onChange(target.checked ? [...chosen, { id, name: path }] : chosen.filter((one) => one.id !== id))}
        >
          <span className="break">{path}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
type EvidenceProps = { readonly caseId: string; readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void };
