import { EvidenceItem } from "#evidence/evidence.contract.ts";
import { parseFailure, RequestFailure, UNREACHABLE } from "#web/app/failure.ts";
import { queryString } from "#web/app/request.ts";
import { csrfToken, waitForSignIn } from "#web/app/session-gate.ts";

/**
 * Sends one file as it is and answers the stored item. XMLHttpRequest, because fetch tells nothing of what has been sent.
 * A session that ends meanwhile asks to sign in and sends the file again under the same request id.
 */
export async function uploadFile(
  caseId: string,
  file: Blob,
  query: { requestId: string; path: string },
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<EvidenceItem> {
  const answer = await sendOnce(`/api/cases/${caseId}/evidence${queryString(query)}`, file, onSent, signal);
  if (answer.status === 401) {
    await waitForSignIn();
    return uploadFile(caseId, file, query, onSent, signal);
  }
  if (answer.status < 200 || answer.status > 299) throw new RequestFailure(parseFailure(answer.status, answer.text, answer.requestId));
  return EvidenceItem.parse(JSON.parse(answer.text));
}

function sendOnce(
  address: string,
  file: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ status: number; text: string; requestId: string | null }> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", address);
    call.setRequestHeader("content-type", "application/octet-stream");
    call.setRequestHeader("x-csrf-token", csrfToken());
    call.upload.onprogress = (event) => onSent(event.loaded);
    call.onload = () => resolve({ status: call.status, text: call.responseText, requestId: call.getResponseHeader("x-request-id") });
    call.onerror = () => reject(new RequestFailure(UNREACHABLE));
    call.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(file);
  });
}
