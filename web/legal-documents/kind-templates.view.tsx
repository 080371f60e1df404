import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";
import type { DocumentKindList } from "#legal-documents/legal-documents.contract.ts";
import type { KindTemplates } from "#legal-documents/templates.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatMoment } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { DocumentAbout } from "#web/legal-documents/document-about.tsx";
import { templatesText } from "#web/legal-documents/templates.text.ts";
import { useChangeTemplate, useTemplates } from "#web/legal-documents/use-templates.ts";

/** The forms of one kind: the standard text, the office's versions, and which one is used now. */
export function KindTemplatesView({ kind }: { readonly kind: DocumentKindList["items"][number] }) {
  const words = useWords();
  const found = useTemplates(kind.id);
  return (
    <section className="panel stack" data-testid="kind-templates">
      <h2 className="document-name">{words(kind.name)}</h2>
      <DocumentAbout of={kind} version={null} />
      {found.isPending ? (
        <Loading lines={4} />
      ) : found.isError ? (
        <Problem error={found.error} onRetry={() => found.refetch()} />
      ) : (
        <Forms templates={found.data} />
      )}
    </section>
  );
}

function Forms({ templates }: { readonly templates: KindTemplates }) {
  const t = useText(templatesText);
  const words = useWords();
  const change = useChangeTemplate(templates.kind);
  const requestId = useRequestId();
  const file = useRef<HTMLInputElement>(null);
  const [newest] = templates.versions;
  const own = newest !== undefined && !newest.standard;
  const send = (chosen: File | null) =>
    change.mutate({ requestId: requestId.current(), file: chosen }, { onSuccess: () => requestId.renew() });
  const nameOf = (id: string) => words(templates.fields.find((field) => field.id === id)?.name ?? { zh: id, en: id });
  return (
    <>
      <div className="stack-tight">
        <h3>
          {t("standardText")} {own ? null : <Mark tone="good">{t("inUse")}</Mark>}
        </h3>
        <p className="quiet small">{t("standardWhy")}</p>
        <div>
          <Button
            href={`/api/document-templates/standard.docx?kind=${templates.kind}`}
            icon={<DownloadOutlined />}
            data-testid="download-standard"
          >
            {t("downloadStandard")}
          </Button>
        </div>
      </div>
      <div className="stack-tight">
        <h3>{t("versions")}</h3>
        {templates.versions.length === 0 ? <p className="quiet">{t("noVersions")}</p> : null}
        <ul className="document-history">
          {templates.versions.map(({ id, version, name, standard, by, at }) => (
            <li key={id} className="line between" data-testid="template-version">
              <span className="break">
                {t("version", { n: version })} · {name} {version === newest?.version ? <Mark tone="good">{t("inUse")}</Mark> : null}
                <span className="quiet small">
                  {" "}
                  {by} · {formatMoment(at)}
                </span>
              </span>
              {standard ? null : <a href={`/api/document-templates/own.docx?templateId=${id}`}>{t("download")}</a>}
            </li>
          ))}
        </ul>
        {templates.lacks.length === 0 ? null : (
          <p className="document-missing small">{t("lacks", { list: templates.lacks.map(nameOf).join("、") })}</p>
        )}
        {templates.mayManage ? (
          <>
            <p className="quiet small">{t("uploadWhy")}</p>
            <div className="line">
              <Button type="primary" loading={change.isPending} onClick={() => file.current?.click()} data-testid="template-upload">
                {t("upload")}
              </Button>
              {own ? (
                <Button loading={change.isPending} onClick={() => send(null)} data-testid="template-standard">
                  {t("backToStandard")}
                </Button>
              ) : null}
              <input
                ref={file}
                type="file"
                accept=".docx"
                className="visually-hidden"
                tabIndex={-1}
                aria-label={t("upload")}
                data-testid="template-file"
                onChange={(event) => {
                  const [chosen] = event.target.files ?? [];
                  if (chosen !== undefined) send(chosen);
                  event.target.value = "";
                }}
              />
            </div>
            <InlineProblem error={change.error} testId="template-problem" />
          </>
        ) : (
          <p className="quiet small">{t("mayNot")}</p>
        )}
      </div>
      <details>
        <summary>{t("known")}</summary>
        <p className="quiet small">{t("knownWhy")}</p>
        <p className="template-known">
          {templates.fields.map(({ id, name, inStandard }) => (
            <Mark key={id} tone={inStandard ? "accent" : "quiet"}>
              {`{{${id}}} ${words(name)}`}
            </Mark>
          ))}
        </p>
      </details>
    </>
  );
}
