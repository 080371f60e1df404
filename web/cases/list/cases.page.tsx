import type { Session } from "#access/access.contract.ts";
import { mayOpenCases } from "#web/app/may.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { casesText } from "#web/cases/cases.text.ts";
import { CasesView } from "#web/cases/list/cases.view.tsx";
import { OpenCasePanel } from "#web/cases/list/open-case.panel.tsx";
import { useCases } from "#web/cases/use-cases.ts";
import { useOffices } from "#web/cases/use-offices.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

const FILTERS = ["query", "stage", "officeCode", "mine", "sort", "page"] as const;

/** The filter lives in the address: the same address opens the same list. */
export function CasesPage({ session }: { readonly session: Session }) {
  const t = useText(casesText);
  useWhere([{ label: t("title") }]);
  const [address, setAddress] = useAddress();
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const cases = useCases({ ...filter, size: "20" });
  const offices = useOffices();
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (!("page" in changes)) next.delete("page");
      for (const [name, value] of Object.entries(changes)) value === null || value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  const mayOpen = mayOpenCases(session);
  return (
    <>
      {cases.isPending ? (
        <Loading lines={8} />
      ) : cases.isError ? (
        <Problem error={cases.error} onRetry={() => cases.refetch()} />
      ) : (
        <CasesView
          list={cases.data}
          filter={filter}
          offices={offices.data?.items ?? []}
          mayOpen={mayOpen}
          onChange={change}
          onClear={() => setAddress({})}
        />
      )}
      {mayOpen && address.get("new") === "1" ? <OpenCasePanel onClose={() => change({ new: null })} /> : null}
    </>
  );
}
