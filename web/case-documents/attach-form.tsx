import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { DocumentKind } from "#case-documents/case-documents.contract.ts";
import { guessKind } from "#case-documents/guess-kind.ts";
import { createRequestId, useRequestId } from "#web/app/request-id.ts";
import { DOCUMENT_KIND_WORDS } from "#web/case-documents/document-words.text.ts";
import { documentsText } from "#web/case-documents/documents.text.ts";
import { useAttachBatch } from "#web/case-documents/use-batches.ts";
import { useAttachDocument } from "#web/case-documents/use-documents.ts";
import { Bar } from "#web/design/bar/bar.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { InlineProblem, Unread } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { uploadFile } from "#web/evidence/upload-file.ts";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";

/** Lines or files of these are documents each. */
const isBatch = (path: string) => /\.(?:jsonl|ndjson|zip)$/i.test(path);

/** Two ways in: a file through the intake of evidence, or a piece of evidence that is in the store already. */
export function AttachForm({ caseId, attached }: { readonly caseId: string; readonly attached: readonly string[] }) {
  const t = useText(documentsText);
  const words = useWords();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const attaching = useRequestId();
  const [sending, setSending] = useState<{ readonly name: string; readonly bytes: number; readonly sent: number } | null>(null);
  const [refused, setRefused] = useState<readonly { readonly name: string; readonly error: unknown }[]>([]);
  const [chosen, setChosen] = useState("");
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const evidence = useEvidenceList(caseId);
  const one = useAttachDocument(caseId);
  const many = useAttachBatch(caseId);
  /** A file of many documents becomes a batch, any other a document. */
  const attach = ({ id, path }: { readonly id: string; readonly path: string }) =>
    isBatch(path)
      ? many.mutateAsync({ requestId: attaching.current(), evidenceId: id, kind }, { onSuccess: attaching.renew })
      : one.mutateAsync({ requestId: attaching.current(), evidenceId: id, kind: kind ?? guessKind(path) }, { onSuccess: attaching.renew });
  const free = (evidence.data?.items ?? []).filter(({ id }) => !attached.includes(id));
  const picked = free.find(({ id }) => id === chosen);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      setSending({ name: file.name, bytes: file.size, sent: 0 });
      const query = { requestId: createRequestId(), path: file.name };
      const sent = (bytes: number) => setSending({ name: file.name, bytes: file.size, sent: bytes });
      const item = await uploadFile(caseId, file, query, sent, new AbortController().signal);
      return attach({ id: item.id, path: file.name });
    },
    onSettled: () => {
      setSending(null);
      void client.invalidateQueries({ queryKey: ["evidence-of", caseId] });
      void client.invalidateQueries({ queryKey: ["case", caseId] });
    },
  });
  const take = async (files: FileList | null) => {
    setRefused([]);
    // one after the other; what is refused says why, the rest still goes in
    for (const file of Array.from(files ?? []))
      await upload.mutateAsync(file).catch((error: unknown) => setRefused((before) => [...before, { name: file.name, error }]));
    if (input.current) input.current.value = "";
  };
  return (
    <section className="panel stack-tight no-print" aria-label={t("attach")}>
      <p className="quiet small">{t("why")}</p>
      <div className="line document-attach">
        <Choice
          label={t("kind")}
          showLabel
          value={kind ?? (picked && !isBatch(picked.path) ? guessKind(picked.path) : "")}
          onChange={(value) => setKind(DocumentKind.options.find((one) => one === value) ?? null)}
          options={[["", t("kindByName")], ...DocumentKind.options.map((one) => [one, words(DOCUMENT_KIND_WORDS[one])] as const)]}
          testId="document-kind"
        />
        <Button type="primary" icon={<UploadOutlined />} loading={upload.isPending} onClick={() => input.current?.click()}>
          {t("upload")}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".pdf,.docx,.doc,.txt,.html,.htm,.jsonl,.ndjson,.zip"
          aria-label={t("upload")}
          onChange={(event) => void take(event.currentTarget.files)}
          data-testid="document-input"
        />
        {free.length === 0 ? null : (
          <span className="line document-choose">
            <Choice
              label={t("fromEvidence")}
              showLabel
              value={chosen}
              onChange={setChosen}
              options={[["", t("chooseEvidence")], ...free.map(({ id, path }) => [id, path] as const)]}
              testId="document-evidence"
            />
            <Unread of={evidence} />
            <Button
              disabled={picked === undefined}
              loading={one.isPending || many.isPending}
              onClick={() => {
                if (picked)
                  void attach(picked).then(
                    () => setChosen((now) => (now === picked.id ? "" : now)),
                    () => undefined,
                  ); // what is refused is shown below
              }}
              data-testid="document-attach"
            >
              {t("attach")}
            </Button>
          </span>
        )}
      </div>
      {sending === null ? (
        <p className="quiet small">{t("uploadHint")}</p>
      ) : (
        <div role="status">
          <span className="small">{t("uploading", { name: sending.name })}</span>
          <Bar label={t("uploading", { name: sending.name })} done={sending.sent} total={sending.bytes} />
        </div>
      )}
      {refused.map(({ name, error }) => (
        <div key={name} className="stack-tight">
          <span className="small mono break">{name}</span>
          <InlineProblem error={error} testId="attach-problem" />
        </div>
      ))}
      {/* of an upload the refusal stands above with its name */}
      {refused.length > 0 ? null : <InlineProblem error={one.error ?? many.error} testId="attach-problem" />}
    </section>
  );
}
