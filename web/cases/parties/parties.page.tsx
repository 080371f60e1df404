import type { CaseDetail, Party } from "#cases/cases.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { useAddress } from "#web/app/use-address.ts";
import { PartiesView } from "#web/cases/parties/parties.view.tsx";
import { PartyPanel } from "#web/cases/parties/party.panel.tsx";
import { useActOnCase } from "#web/cases/use-act-on-case.ts";

/** Parties; `?party=new` or `?party=<id>` opens the drawer. */
export function PartiesPage({ detail }: { readonly detail: CaseDetail }) {
  const [address, setAddress] = useAddress();
  const chosen = address.get("party");
  const party = detail.parties.find((one) => one.id === chosen) ?? null;
  return (
    <>
      <PartiesView detail={detail} chosen={chosen} onOpen={(party) => setAddress({ party })} />
      {chosen === "new" || party !== null ? <OneParty key={chosen} detail={detail} party={party} onClose={() => setAddress({})} /> : null}
    </>
  );
}

/** The drawer of one party with the change that is on its way for it: an answer that comes when another one is open closes nothing. */
function OneParty({ detail, party, onClose }: { readonly detail: CaseDetail; readonly party: Party | null; readonly onClose: () => void }) {
  const act = useActOnCase(detail.id);
  const requestId = useRequestId();
  return (
    <PartyPanel
      party={party}
      can={detail.can}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onAct={(action) => act.mutate({ requestId: requestId.current(), expectedVersion: detail.version, action }, { onSuccess: onClose })}
    />
  );
}
