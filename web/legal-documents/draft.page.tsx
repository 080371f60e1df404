import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "#cases/cases.contract.ts";
import type { DraftPreview } from "#legal-documents/legal-documents.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { DocumentAbout } from "#web/legal-documents/document-about.tsx";
import { GROUP_WORDS, SOURCE_WORDS } from "#web/legal-documents/document-words.text.ts";
import { documentsText } from "#web/legal-documents/legal-documents.text.ts";
import { Paper } from "#web/legal-documents/paper.view.tsx";
import { useDocumentKinds, useDraftDocument, usePreview } from "#web/legal-documents/use-documents.ts";
import { useCaseProcedures } from "#web/procedures/use-procedures.ts";

const GROUPS = ["criminal", "public-interest", "supervision", "transfer"] as const;

/** 拟制文书 choose a kind and, where it belongs to one, a track; see at once what the known facts fill and what is missing; make the draft. */
export function DraftPage({ detail, onDrafted, onBack }: Props) {
  const t = useText(documentsText);
  const words = useWords();
  const kinds = useDocumentKinds();
  const procedures = useCaseProcedures(detail.id);
  const [group, setGroup] = useState<string>("criminal");
  const [kind, setKind] = useState("");
  const [procedureId, setProcedureId] = useState("");
  const preview = usePreview(detail.id, kind, procedureId === "" ? undefined : procedureId);
  const draft = useDraftDocument(detail.id);
  const requestId = useRequestId();
  if (kinds.isPending || procedures.isPending) return <Loading lines={8} />;
  if (kinds.isError) return <Problem error={kinds.error} onRetry={() => kinds.refetch()} />;
  if (procedures.isError) return <Problem error={procedures.error} onRetry={() => procedures.refetch()} />;
  const offered = kinds.data.items.filter((one) => one.group === group);
  const make = () =>
    draft.mutate(
      { requestId: requestId.current(), kind, procedureId: procedureId === "" ? null : procedureId, fields: {} },
      {
        onSuccess: ({ id }) => {
          requestId.renew();
          onDrafted(id);
        },
      },
    );
  return (
    <div className="stack">
      <section className="panel stack-tight">
        <div className="line between">
          <h2>{t("draft")}</h2>
          <Button onClick={onBack}>{t("back")}</Button>
        </div>
        <p className="quiet small">{t("why")}</p>
        <div className="line">
          <Choice
            showLabel
            label={t("group")}
            value={group}
            onChange={(next) => {
              setGroup(next);
              setKind("");
            }}
            options={GROUPS.map((one) => [one, words(GROUP_WORDS[one])])}
            testId="draft-group"
          />
          <Choice
            showLabel
            label={t("kind")}
            value={kind}
            onChange={setKind}
            options={[["", t("chooseKind")], ...offered.map((one) => [one.id, words(one.name)] as const)]}
            testId="draft-kind"
          />
          {procedures.data.items.length === 0 ? null : (
            <Choice
              showLabel
              label={t("procedure")}
              value={procedureId}
              onChange={setProcedureId}
              options={[
                ["", t("noProcedure")],
                ...procedures.data.items.map((one) => [one.id, `${words(one.kindName)} · ${one.title}`] as const),
              ]}
              testId="draft-procedure"
            />
          )}
        </div>
        {procedures.data.items.length === 0 ? null : <p className="quiet small">{t("procedureWhy")}</p>}
      </section>
      {kind === "" ? null : preview.isPending ? (
        <Loading lines={8} />
      ) : preview.isError ? (
        <Problem error={preview.error} onRetry={() => preview.refetch()} />
      ) : (
        <Preview preview={preview.data} pending={draft.isPending} error={draft.error} onMake={make} />
      )}
    </div>
  );
}

type Props = { readonly detail: CaseDetail; readonly onDrafted: (id: string) => void; readonly onBack: () => void };

function Preview({
  preview,
  pending,
  error,
  onMake,
}: {
  readonly preview: DraftPreview;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onMake: () => void;
}) {
  const t = useText(documentsText);
  const words = useWords();
  const signs = useSigns();
  const filled = preview.fields.filter(({ value }) => value !== "");
  const missing = preview.missingFields.filter(({ mandatory }) => mandatory);
  return (
    <div className="document-columns">
      <Paper paragraphs={preview.paragraphs} label={t("paper")} stamp={null} />
      <section className="panel stack document-side">
        <DocumentAbout of={preview} version={null} />
        <p className="small">{t("suggested")}</p>
        <dl className="facts small">
          {filled.map(({ id, name, source }) => (
            <div key={id} style={{ display: "contents" }}>
              <dt>{words(name)}</dt>
              <dd>{source === null ? "" : words(SOURCE_WORDS[source])}</dd>
            </div>
          ))}
        </dl>
        <div className="document-missing">
          {missing.length === 0
            ? t("complete")
            : signs.pair(t("missingCount", { n: missing.length }), signs.list(missing.map(({ name }) => words(name))))}
        </div>
        <InlineProblem error={error} />
        <div>
          <Button type="primary" loading={pending} onClick={onMake} data-testid="draft-make">
            {t("makeDraft")}
          </Button>
        </div>
      </section>
    </div>
  );
}
