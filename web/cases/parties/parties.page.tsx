import { useSearchParams } from "react-router";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { PartiesView } from "#web/cases/parties/parties.view.tsx";
import { PartyPanel } from "#web/cases/parties/party.panel.tsx";
import { useActOnCase } from "#web/cases/use-act-on-case.ts";

/** Parties; `?party=new` or `?party=<id>` opens the drawer. */
export function PartiesPage({ detail }: { readonly detail: CaseDetail }) {
  const [address, setAddress] = useSearchParams();
  const act = useActOnCase(detail.id);
  const requestId = useRequestId();
  const chosen = address.get("party");
  const party = detail.parties.find((one) => one.id === chosen) ?? null;
  const close = () => {
    act.reset();
    setAddress({});
  };
  return (
    <>
      <PartiesView detail={detail} chosen={chosen} onOpen={(party) => setAddress({ party })} />
      {chosen === "new" || party !== null ? (
        <PartyPanel
          key={chosen}
          party={party}
          can={detail.can}
          pending={act.isPending}
          error={act.error}
          onClose={close}
          onAct={(action) =>
            act.mutate(
              { requestId: requestId.current(), expectedVersion: detail.version, action },
              {
                onSuccess: () => {
                  requestId.renew();
                  close();
                },
              },
            )
          }
        />
      ) : null}
    </>
  );
}
