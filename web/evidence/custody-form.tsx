import { Button } from "antd";
import { useState } from "react";
import { Custody } from "#evidence/evidence.contract.ts";
import { useDraft } from "#web/app/use-draft.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { CustodyForm as Form, readCustody, writeCustody } from "#web/evidence/custody-mapping.ts";
import { custodyText, evidenceText } from "#web/evidence/evidence.text.ts";

const CATEGORIES = Custody.shape.category.unwrap().options;
const SOURCES = Custody.shape.source.unwrap().options;

/** The custody record: labels above, under mandatory fields why the law wants them; the draft stays in this window. */
export function CustodyForm({ custody, draftKey, mayChange, pending, error, onSave }: Props) {
  const t = useText(evidenceText);
  const k = useText(custodyText);
  const { form, change, forget } = useDraft(draftKey, readCustody(custody), (stored) => Form.safeParse(stored).data ?? null);
  const [tried, setTried] = useState(false);
  const written = writeCustody(form);
  const set = (name: string, value: string) => change({ ...form, text: { ...form.text, [name]: value } });
  const input = (name: keyof typeof custodyText, reason?: keyof typeof custodyText, type = "text", problem?: string | null) => (
    <Labelled label={k(name)} {...(reason === undefined ? {} : { reason: k(reason) })} error={problem ?? null}>
      <input
        className="field"
        type={type}
        disabled={!mayChange}
        maxLength={400}
        value={form.text[name] ?? ""}
        onChange={(event) => set(name, event.target.value)}
        data-testid={`custody-${name}`}
      />
    </Labelled>
  );
  const hashProblem = tried && written === null ? k("hashWrong") : null;
  return (
    <form
      className="stack"
      data-testid="custody-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (written !== null) onSave(written, forget);
      }}
    >
      <h3>{t("record")}</h3>
      <div className="two">
        <Choice
          showLabel
          label={k("category")}
          value={form.text["category"] ?? ""}
          onChange={(value) => set("category", value)}
          options={[["", k("unrecorded")], ...CATEGORIES.map((one): [string, string] => [one, k(one)])]}
        />
        <Choice
          showLabel
          label={k("source")}
          value={form.text["source"] ?? ""}
          onChange={(value) => set("source", value)}
          options={[["", k("unrecorded")], ...SOURCES.map((one): [string, string] => [one, k(one)])]}
          testId="custody-source"
        />
      </div>
      <p className="labelled-reason">{k("sourceReason")}</p>
      {form.text["source"] === "medium" ? (
        <div className="form-group">
          <div className="two">
            {input("mediumType")}
            {input("brand")}
            {input("model")}
            {input("serial")}
          </div>
          {input("sealNumber", "sealReason")}
          <ThreeValued
            label={k("sealPhotographed")}
            value={form.sealPhotographed}
            disabled={!mayChange}
            onChange={(sealPhotographed) => change({ ...form, sealPhotographed })}
          />
        </div>
      ) : (
        input("whyNoOriginal")
      )}
      <div className="form-group">
        <div className="two">
          {input("collectedAt", undefined, "datetime-local")}
          {input("place")}
          {input("method")}
          {input("tools")}
        </div>
        <p className="labelled-reason">{k("recordReason")}</p>
        {input("collectors", "collectorsReason")}
      </div>
      <div className="form-group">
        {input("holder")}
        <ThreeValued
          label={k("holderSigned")}
          value={form.holderSigned}
          disabled={!mayChange}
          onChange={(holderSigned) => change({ ...form, holderSigned })}
        />
        {form.holderSigned === true ? null : input("reasonNotSigned")}
        {input("witness", "witnessReason")}
        {(form.text["witness"] ?? "") === "" ? input("reasonNone") : null}
        <ThreeValued
          label={k("videoRecorded")}
          value={form.videoRecorded}
          disabled={!mayChange}
          onChange={(videoRecorded) => change({ ...form, videoRecorded })}
        />
      </div>
      <div className="form-group">
        <Choice
          showLabel
          label={k("algorithm")}
          value={form.text["algorithm"] ?? "sha256"}
          onChange={(value) => set("algorithm", value)}
          options={[
            ["sha256", "SHA-256"],
            ["sm3", "SM3"],
            ["sha1", "SHA-1"],
            ["md5", "MD5"],
          ]}
        />
        {input("declaredHash", undefined, "text", hashProblem)}
        <div className="two">
          {input("documentType")}
          {input("documentNumber")}
        </div>
      </div>
      <InlineProblem error={error} />
      {mayChange ? (
        <div>
          <Button type="primary" htmlType="submit" loading={pending} data-testid="custody-save">
            {t("saveRecord")}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

type Props = {
  readonly custody: Custody;
  readonly draftKey: string;
  readonly mayChange: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: (custody: Custody, forget: () => void) => void;
};
