import { Button } from "antd";
import { useState } from "react";
import { OutlineTrack } from "#outlines/outline-elements.contract.ts";
import type { EvidenceLink, LinkView, OutlineBoard } from "#outlines/outlines.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { outlinesText } from "#web/outlines/outlines.text.ts";
import { useLinks } from "#web/outlines/use-outlines.ts";

/** Says which elements an item proves, at which place; with `link` a correction with its reason. `track` null: every track the link names. */
export function LinkForm({ caseId, board, track, link, onDone }: Props) {
  const t = useText(outlinesText);
  const words = useWords();
  const requestId = useRequestId();
  const { link: record, change } = useLinks(caseId);
  const [evidenceId, setEvidence] = useState(link?.state.evidenceId ?? board.evidence[0]?.id ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(link?.state.elements.map(keyOf) ?? []);
  const [page, setPage] = useState(String(link?.state.page ?? ""));
  const [row, setRow] = useState(String(link?.state.row ?? ""));
  const [where, setWhere] = useState(link?.state.where ?? "");
  const [proves, setProves] = useState(link?.state.proves ?? "");
  const [strength, setStrength] = useState<string>(link?.state.strength ?? "proves");
  const [reason, setReason] = useState("");
  const tracks: readonly OutlineTrack[] =
    track === null
      ? OutlineTrack.options.filter((one) => one === "criminal" || link?.state.elements.some((key) => key.track === one))
      : ["criminal", track];
  const columns = board.columns.filter((column) => tracks.includes(column.track));
  const toggle = (key: string) => setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  const suggested = board.pairs.filter(
    (pair) => tracks.includes(pair.track) && chosen.includes(`criminal ${pair.crime}`) && !chosen.includes(`${pair.track} ${pair.element}`),
  );
  const suggestedKeys = [...new Set(suggested.map((pair) => `${pair.track} ${pair.element}`))];
  const submit = () => {
    const elements = chosen.flatMap((key) => {
      const [of = "", element = ""] = key.split(" ");
      const parsed = OutlineTrack.safeParse(of);
      return parsed.success ? [{ track: parsed.data, element }] : [];
    });
    const place = { page: page === "" ? null : Number(page), row: row === "" ? null : Number(row), where: where === "" ? null : where };
    const said: EvidenceLink = { evidenceId, elements, ...place, proves, strength: strength === "proves" ? "proves" : "indicates" };
    const onSuccess = () => {
      requestId.renew();
      onDone();
    };
    if (link === undefined) record.mutate({ requestId: requestId.current(), link: said }, { onSuccess });
    else
      change.mutate(
        { id: link.id, requestId: requestId.current(), expectedVersion: link.version, change: { type: "correct", link: said, reason } },
        { onSuccess },
      );
  };
  const nameOf = (key: string) => columns.flatMap(({ elements }) => elements).find((view) => keyOf(view) === key)?.meaning;
  return (
    <form
      className="outline-form stack-tight no-print"
      data-testid="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice
        showLabel
        label={t("evidence")}
        value={evidenceId}
        onChange={setEvidence}
        options={board.evidence.map(({ id, path }) => [id, path])}
        testId="link-evidence"
      />
      <div className="line outline-place">
        <Labelled label={t("page")}>
          <input className="field" type="number" min={1} value={page} onChange={(event) => setPage(event.target.value)} />
        </Labelled>
        <Labelled label={t("row")}>
          <input
            className="field"
            type="number"
            min={1}
            value={row}
            onChange={(event) => setRow(event.target.value)}
            data-testid="link-row"
          />
        </Labelled>
        <Labelled label={t("where")}>
          <input className="field" maxLength={120} value={where} onChange={(event) => setWhere(event.target.value)} />
        </Labelled>
      </div>
      <fieldset className="outline-choice">
        <legend>{t("elements")}</legend>
        {columns.map((column) => (
          <div key={column.track}>
            <p className="quiet small">{column.track === "criminal" ? t("criminal") : words(column.name)}</p>
            {column.elements.map((view) => (
              <label key={view.element} className="outline-tick">
                <input
                  type="checkbox"
                  checked={chosen.includes(keyOf(view))}
                  onChange={() => toggle(keyOf(view))}
                  data-testid={`tick-${view.track}-${view.element}`}
                />
                <span>{words(view.meaning)}</span>
              </label>
            ))}
          </div>
        ))}
      </fieldset>
      {suggestedKeys.length === 0 ? null : (
        <div className="outline-suggested small" data-testid="link-pairs">
          <p>{t("pairs")}</p>
          {suggestedKeys.map((key) => {
            const meaning = nameOf(key);
            return meaning === undefined ? null : (
              <p key={key} className="line">
                <span>{words(meaning)}</span>
                <Button size="small" onClick={() => toggle(key)}>
                  {t("take")}
                </Button>
              </p>
            );
          })}
        </div>
      )}
      <Labelled label={t("provesWhat")}>
        <textarea
          className="field"
          required
          rows={2}
          maxLength={1000}
          value={proves}
          onChange={(event) => setProves(event.target.value)}
          data-testid="link-proves"
        />
      </Labelled>
      <Choice
        showLabel
        label={t("strength")}
        value={strength}
        onChange={setStrength}
        options={[
          ["proves", t("proves")],
          ["indicates", t("indicates")],
        ]}
        testId="link-strength"
      />
      <p className="quiet small">{t("strengthWhy")}</p>
      {link === undefined ? null : (
        <Labelled label={t("reason")}>
          <input className="field" required maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Labelled>
      )}
      <InlineProblem error={record.error ?? change.error} />
      <div className="line">
        <Button
          type="primary"
          htmlType="submit"
          disabled={chosen.length === 0}
          loading={record.isPending || change.isPending}
          data-testid="link-save"
        >
          {t("save")}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}

function keyOf({ track, element }: { readonly track: string; readonly element: string }): string {
  return `${track} ${element}`;
}

type Props = {
  readonly caseId: string;
  readonly board: OutlineBoard;
  readonly track: OutlineTrack | null;
  readonly link?: LinkView;
  readonly onDone: () => void;
};
