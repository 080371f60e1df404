import { Button } from "antd";
import { useState } from "react";
import type { RemedyAct, RemedyRecord } from "#remedies/remedies.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { type Field, RemedyForm, type Typed } from "#web/remedies/remedy-form.tsx";
import { useKeepRemedy } from "#web/remedies/use-remedies.ts";

/** One thing that can be done to a record: its word, its form and what the form means. */
export type Act = {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly build: (typed: Typed) => RemedyAct;
};

/** The acts of a record as buttons in a row; one opens its form below, the record's own version goes along. */
export function ActBar({ record, acts }: { readonly record: RemedyRecord; readonly acts: readonly Act[] }) {
  const t = useText(remediesText);
  const [open, setOpen] = useState<string | null>(null);
  const { act } = useKeepRemedy(record.caseId);
  const chosen = acts.find(({ key }) => key === open);
  if (acts.length === 0) return null;
  return (
    <div className="stack-tight no-print">
      <fieldset className="line" aria-label={t("acts")}>
        {acts.map(({ key, label }) => (
          <Button
            key={key}
            size="small"
            aria-expanded={open === key}
            onClick={() => {
              act.reset();
              setOpen(open === key ? null : key);
            }}
            data-testid={`act-${key}`}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      {chosen === undefined ? null : (
        <RemedyForm
          key={chosen.key}
          testId="act-form"
          fields={chosen.fields}
          label={chosen.label}
          error={act.error}
          pending={act.isPending}
          onClose={() => setOpen(null)}
          onSubmit={(typed, requestId) =>
            act.mutate({ id: record.id, version: record.version, act: chosen.build(typed), requestId }, { onSuccess: () => setOpen(null) })
          }
        />
      )}
    </div>
  );
}
