import { Button } from "antd";
import { useState } from "react";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { parseYuan } from "#web/remedies/fen.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { commonText } from "#web/words/common.text.ts";

/** One field of a short form. Choices and three-valued facts have no `required`: they always have an answer. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "area" | "date" | "yuan" | "number" | "choice" | "three";
  readonly optional?: boolean;
  readonly reason?: string;
  readonly start?: string;
  readonly max?: string;
  readonly min?: string;
  /** signs an area takes; 400 where nothing is said */
  readonly longest?: number;
  readonly options?: readonly (readonly [string, string])[];
};

/** What was typed, read as the contract wants it. */
export type Typed = {
  text(name: string): string;
  orNull(name: string): string | null;
  fen(name: string): number;
  fenOrNull(name: string): number | null;
  numberOrNull(name: string): number | null;
  three(name: string): boolean | null;
};

/** A short form from its fields: labels above, reasons below, the refusal in place; what was typed stays until it is saved. */
export function RemedyForm({ fields, label, error, pending, onSubmit, onClose, testId }: Props) {
  const t = useText(remediesText);
  const c = useText(commonText);
  const requestId = useRequestId();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(fields.map(({ name, start, options }) => [name, start ?? options?.[0]?.[0] ?? ""])),
  );
  const [tried, setTried] = useState(false);
  const set = (name: string, value: string) => {
    setValues({ ...values, [name]: value });
    requestId.renew();
  };
  const of = (name: string) => values[name] ?? "";
  const typed: Typed = {
    text: (name) => of(name).trim(),
    orNull: (name) => of(name).trim() || null,
    fen: (name) => parseYuan(of(name)) ?? 0,
    fenOrNull: (name) => parseYuan(of(name)) ?? null,
    numberOrNull: (name) => (of(name) === "" ? null : Number(of(name))),
    three: (name) => (of(name) === "yes" ? true : of(name) === "no" ? false : null),
  };
  const isWrong = ({ name, kind, optional }: Field) => {
    const amount = parseYuan(of(name));
    return kind === "yuan" && (amount === undefined || (amount === null && optional !== true));
  };
  return (
    <form
      className="remedy-form stack-tight no-print"
      data-testid={testId}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!fields.some(isWrong)) onSubmit(typed, requestId.current());
      }}
    >
      {fields.map((field) => {
        const { name, kind, optional = false, options = [], reason, max, min, longest = 400 } = field;
        if (kind === "choice")
          return (
            <Choice
              key={name}
              showLabel
              label={field.label}
              value={of(name)}
              onChange={(value) => set(name, value)}
              options={options}
              testId={`field-${name}`}
            />
          );
        if (kind === "three")
          return (
            <ThreeValued
              key={name}
              label={field.label}
              value={typed.three(name)}
              onChange={(value) => set(name, value === null ? "unknown" : value ? "yes" : "no")}
              testId={`field-${name}`}
            />
          );
        const common = {
          className: "field",
          required: !optional,
          value: of(name),
          onChange: (event: { readonly target: { readonly value: string } }) => set(name, event.target.value),
          "data-testid": `field-${name}`,
        };
        const told = reason === undefined ? {} : { reason };
        return (
          <Labelled key={name} label={field.label} error={tried && isWrong(field) ? t("amountWrong") : null} {...told}>
            {kind === "area" ? (
              <textarea {...common} rows={longest > 400 ? 5 : 2} maxLength={longest} />
            ) : kind === "date" ? (
              <input {...common} type="date" max={max} min={min} />
            ) : kind === "number" ? (
              <input {...common} type="number" min={min ?? "0"} max={max} step="1" />
            ) : (
              <input {...common} maxLength={kind === "yuan" ? 20 : 200} inputMode={kind === "yuan" ? "decimal" : "text"} />
            )}
          </Labelled>
        );
      })}
      <InlineProblem error={error} />
      <div className="line">
        <Button type="primary" htmlType="submit" loading={pending} data-testid="remedy-save">
          {label ?? t("save")}
        </Button>
        <Button onClick={onClose}>{c("cancel")}</Button>
      </div>
    </form>
  );
}

type Props = {
  readonly fields: readonly Field[];
  readonly label?: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (typed: Typed, requestId: string) => void;
  readonly onClose: () => void;
  readonly testId?: string;
};
