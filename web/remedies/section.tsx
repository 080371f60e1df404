import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { RemedyBegin, RemedyKind } from "#remedies/remedies.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { type Field, RemedyForm, type Typed } from "#web/remedies/remedy-form.tsx";
import { useKeepRemedy } from "#web/remedies/use-remedies.ts";

/** One of the five sections: what it is for, its records, and the form that begins another one. */
export function RemedySection({ caseId, kind, why, empty, isEmpty, begin, blocked, children }: SectionProps) {
  const t = useText(remediesText);
  const [open, setOpen] = useState(false);
  const { begin: keep } = useKeepRemedy(caseId);
  return (
    <section className="panel stack-tight" id={`remedies-${kind}`} tabIndex={-1} data-testid={`section-${kind}`}>
      <div className="line between">
        <h2>{t(kind)}</h2>
        {begin === null ? null : (
          <Button
            size="small"
            className="no-print"
            aria-expanded={open}
            disabled={blocked !== null}
            onClick={() => {
              // what is still on its way belongs to the form that was open: its answer closes no other one, and its refusal is not told there
              keep.reset();
              setOpen(!open);
            }}
            data-testid={`begin-${kind}`}
          >
            {t("begin")}
          </Button>
        )}
      </div>
      <p className="quiet small">{why}</p>
      {blocked === null ? null : <p className="quiet small">{blocked}</p>}
      {open && begin !== null ? (
        <RemedyForm
          testId="begin-form"
          fields={begin.fields}
          error={keep.error}
          pending={keep.isPending}
          onClose={() => setOpen(false)}
          onSubmit={(typed, requestId) => keep.mutate({ begin: begin.build(typed), requestId }, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
      {isEmpty && !open ? <p className="quiet">{empty}</p> : null}
      {children}
    </section>
  );
}

type SectionProps = {
  readonly caseId: string;
  readonly kind: RemedyKind;
  readonly why: string;
  readonly empty: string;
  readonly isEmpty: boolean;
  /** null: this reader may not */
  readonly begin: { readonly fields: readonly Field[]; readonly build: (typed: Typed) => RemedyBegin } | null;
  /** what has to be there first; null: nothing */
  readonly blocked: string | null;
  readonly children: ReactNode;
};
