import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { useAddress } from "#web/app/use-address.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { EvidencePanel } from "#web/evidence/evidence.panel.tsx";
import { EvidenceView } from "#web/evidence/evidence.view.tsx";
import {
  addUploads,
  cancelUpload,
  clearFinished,
  listUploads,
  onStored,
  onUploadsChange,
  retryUpload,
} from "#web/evidence/upload-queue.ts";
import { useEvidenceList } from "#web/evidence/use-evidence-list.ts";

/** Evidence of a case; `?item=<id>` opens its drawer. */
export function EvidencePage({ detail }: { readonly detail: CaseDetail }) {
  const [address, setAddress] = useAddress();
  const client = useQueryClient();
  const list = useEvidenceList(detail.id);
  const uploads = useSyncExternalStore(onUploadsChange, listUploads).filter((upload) => upload.caseId === detail.id);
  useEffect(
    () =>
      onStored((caseId) => {
        void client.invalidateQueries({ queryKey: ["evidence-of", caseId] });
        void client.invalidateQueries({ queryKey: ["case", caseId] });
      }),
    [client],
  );
  const item = address.get("item");
  if (list.isPending) return <Loading lines={6} />;
  if (list.isError) return <Problem error={list.error} onRetry={() => list.refetch()} />;
  return (
    <>
      <EvidenceView
        caseId={detail.id}
        items={list.data.items}
        uploads={uploads}
        mayTakeIn={detail.can.includes("take-in-evidence")}
        mayCount={detail.can.includes("count")}
        chosen={item}
        onFiles={(files) => addUploads(detail.id, files)}
        onCancel={cancelUpload}
        onRetry={retryUpload}
        onClear={() => clearFinished(detail.id)}
        onOpen={(id) => setAddress({ item: id })}
      />
      {item === null ? null : (
        <EvidencePanel key={item} evidenceId={item} mayChange={detail.can.includes("change-custody")} onClose={() => setAddress({})} />
      )}
    </>
  );
}
