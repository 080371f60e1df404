import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Bundle, type ImportedBundle } from "#transfers/bundles/bundle.contract.ts";
import { failureOf } from "#web/app/request.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { SidePanel } from "#web/design/panel/side-panel.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";
import { useImportBundle } from "#web/transfers/use-transfers.ts";

/** The longest text the server takes. */
const LONGEST = 400_000;

/** 导入移送包 a signed file from another installation; a key seen for the first time asks for its fingerprint. */
export function BundlePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText(transfersText);
  const change = useImportBundle();
  const requestId = useRequestId();
  const [bundle, setBundle] = useState("");
  const [tooLarge, setTooLarge] = useState(false);
  const [trust, setTrust] = useState("");
  const asksForTrust = trust !== "" || (change.isError && failureOf(change.error).kind === "needs-confirmation");
  return (
    <SidePanel title={t("importBundle")} onClose={onClose} testId="bundle-panel">
      <form
        className="stack-tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (bundle !== "") change.mutate({ requestId: requestId.current(), bundle, trust }, { onSettled: () => requestId.renew() });
        }}
      >
        <Labelled label={t("bundleFile")} error={tooLarge ? t("bundleTooLarge") : null}>
          <input
            className="field"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              const [file] = input.files ?? [];
              change.reset();
              setTrust("");
              setBundle("");
              setTooLarge(file !== undefined && file.size > LONGEST);
              if (file !== undefined && file.size <= LONGEST)
                void file.text().then((text) => {
                  // another file may have been chosen while this one was read
                  if (input.files?.[0] === file) setBundle(text);
                });
            }}
            data-testid="bundle-file"
          />
        </Labelled>
        {asksForTrust ? (
          <>
            <Labelled label={t("fingerprint")} reason={t("fingerprintWhy")}>
              <input
                className="field mono"
                maxLength={80}
                value={trust}
                onChange={(event) => setTrust(event.target.value)}
                data-testid="bundle-trust"
              />
            </Labelled>
            <p className="mono small break quiet">{t("inFile", { fingerprint: fingerprintIn(bundle) })}</p>
          </>
        ) : null}
        <InlineProblem error={change.error} testId="bundle-problem" />
        <div>
          <Button type="primary" htmlType="submit" disabled={bundle === ""} loading={change.isPending} data-testid="bundle-submit">
            {t("take")}
          </Button>
        </div>
      </form>
      <div aria-live="polite">{change.data === undefined ? null : <Taken bundle={change.data} />}</div>
    </SidePanel>
  );
}

function Taken({ bundle }: { readonly bundle: ImportedBundle }) {
  const t = useText(transfersText);
  return (
    <section className="stack-tight" data-testid="bundle-taken">
      <p className="good">{t(bundle.kind === "transfer" ? "tookTransfer" : "tookReceipt", { office: bundle.office })}</p>
      {bundle.receipt === null ? null : (
        <a
          href={`data:application/json;charset=utf-8,${encodeURIComponent(bundle.receipt)}`}
          download={`${bundle.bundleId}.receipt.json`}
          data-testid="bundle-receipt"
        >
          {t("receiptFile")}
        </a>
      )}
      {bundle.clueId === null ? null : <Link to={`/clues?clue=${bundle.clueId}`}>{t("openClue")}</Link>}
      {bundle.transferId === null ? null : <Link to={`/clues/transfers?transfer=${bundle.transferId}`}>{t("title")}</Link>}
    </section>
  );
}

/** What the file itself says of its key: to be compared, never to be copied. */
function fingerprintIn(text: string): string {
  try {
    return Bundle.safeParse(JSON.parse(text)).data?.fingerprint ?? "—";
  } catch {
    return "—"; // no bundle: the server says what is wrong with it
  }
}
