import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { CustodyTransfer } from "#evidence/evidence.contract.ts";
import { formatMoment, fromLocalReading } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useSigns, useText } from "#web/design/text/language.tsx";
import { evidenceText } from "#web/evidence/evidence.text.ts";
import { commonText } from "#web/words/common.text.ts";

type Transfer = z.infer<typeof CustodyTransfer>;

const EMPTY = { from: "", to: "", at: "", remark: "" };

/** Hand-overs, and a form for the next one. */
export function Transfers({
  transfers,
  mayAdd,
  pending,
  error,
  onAdd,
}: {
  readonly transfers: readonly Transfer[];
  readonly mayAdd: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAdd: (transfer: Transfer, done: () => void) => void;
}) {
  const t = useText(evidenceText);
  const c = useText(commonText);
  const signs = useSigns();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState(EMPTY);
  const [hashChecked, setHashChecked] = useState<boolean | null>(null);
  const [sealChecked, setSealChecked] = useState<boolean | null>(null);
  const answer = (value: boolean | null) => c(value === null ? "unknown" : value ? "yes" : "no");
  const field = (name: keyof typeof form) => ({
    className: "field",
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  return (
    <section className="stack-tight">
      <div className="line between">
        <h3>{t("transfers")}</h3>
        {mayAdd && !open ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t("addTransfer")}
          </Button>
        ) : null}
      </div>
      {transfers.length === 0 ? <p className="quiet small">{t("noTransfers")}</p> : null}
      <ul className="stack-tight">
        {transfers.map((transfer) => (
          <li key={`${transfer.at}-${transfer.to}`}>
            {transfer.from} → {transfer.to} <span className="quiet figure small">{formatMoment(transfer.at)}</span>
            <div className="quiet small">
              {signs.pair(t("hashChecked"), answer(transfer.hashChecked))} · {signs.pair(t("sealChecked"), answer(transfer.sealChecked))}{" "}
              {transfer.remark ?? ""}
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <form
          className="stack-tight form-inset"
          onSubmit={(event) => {
            event.preventDefault();
            const at = fromLocalReading(form.at);
            if (at !== null)
              onAdd(
                { from: form.from, to: form.to, at, hashChecked, sealChecked, remark: form.remark.trim() === "" ? null : form.remark },
                () => {
                  setOpen(false);
                  setForm(EMPTY);
                  setHashChecked(null);
                  setSealChecked(null);
                },
              );
          }}
        >
          <div className="two">
            <Labelled label={t("from")}>
              <input required maxLength={80} {...field("from")} />
            </Labelled>
            <Labelled label={t("to")}>
              <input required maxLength={80} {...field("to")} />
            </Labelled>
          </div>
          <Labelled label={t("at")}>
            <input type="datetime-local" required {...field("at")} />
          </Labelled>
          <ThreeValued label={t("hashChecked")} value={hashChecked} onChange={setHashChecked} />
          <ThreeValued label={t("sealChecked")} value={sealChecked} onChange={setSealChecked} />
          <Labelled label={t("remark")}>
            <input maxLength={400} {...field("remark")} />
          </Labelled>
          <InlineProblem error={error} />
          <div className="line">
            <Button type="primary" htmlType="submit" loading={pending}>
              {c("save")}
            </Button>
            <Button onClick={() => setOpen(false)}>{c("cancel")}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
