import { Button } from "antd";
import { useState } from "react";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { SourceForm } from "#web/assessment/sources/source-form.tsx";
import { SourceMark } from "#web/assessment/sources/source-mark.tsx";
import { sourcesText } from "#web/assessment/sources/sources.text.ts";
import { useSourceNames } from "#web/assessment/sources/use-source-names.ts";
import { useText } from "#web/design/text/language.tsx";

/** The source of one figure, and the form that names another one. */
export function PartSource({ caseId, source, onSet }: Props) {
  const t = useText(sourcesText);
  const [open, setOpen] = useState(false);
  const nameOf = useSourceNames(caseId, source === null ? {} : { source });
  return (
    <div className="stack-tight grow">
      <div className="line">
        <SourceMark caseId={caseId} source={source} name={source === null ? "" : nameOf(source)} />
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="part-source">
          {source === null ? t("name") : t("change")}
        </Button>
      </div>
      {open ? (
        <SourceForm
          caseId={caseId}
          fact={null}
          source={source}
          kept={null}
          onClose={() => setOpen(false)}
          onSet={(next) => {
            onSet(next);
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}

type Props = { readonly caseId: string; readonly source: FactSource | null; readonly onSet: (source: FactSource | null) => void };
