import type { CaseDetail } from "#cases/cases.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { OverviewView } from "#web/cases/overview/overview.view.tsx";
import { useActOnCase } from "#web/cases/use-act-on-case.ts";
import { useCaseEvents } from "#web/cases/use-case-events.ts";
import { usePeople } from "#web/cases/use-people.ts";

export function OverviewPage({ detail }: { readonly detail: CaseDetail }) {
  const events = useCaseEvents(detail.id);
  const act = useActOnCase(detail.id);
  const requestId = useRequestId();
  const people = usePeople(detail.officeCode);
  return (
    <OverviewView
      detail={detail}
      events={events}
      people={people}
      error={act.error}
      pending={act.isPending}
      onAct={(action, done) =>
        act.mutate(
          { requestId: requestId.current(), expectedVersion: detail.version, action },
          {
            onSuccess: () => {
              requestId.renew();
              done();
            },
          },
        )
      }
    />
  );
}
