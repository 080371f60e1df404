import type { Session } from "#access/access.contract.ts";
import { canTakeBundles } from "#transfers/transfer.policy.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import { BoardView } from "#web/transfers/board.view.tsx";
import { BundlePanel } from "#web/transfers/bundle.panel.tsx";
import { TransferPanel } from "#web/transfers/transfer.panel.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";
import { useTransfers } from "#web/transfers/use-transfers.ts";
import "#web/clues/clues.css";
import "#web/transfers/transfers.css";

/** 移送看板 what is under way between whom, by leg and by how near its end is; filter and open transfer live in the address. */
export function TransfersPage({ session }: { readonly session: Session }) {
  const t = useText(transfersText);
  const c = useText(cluesText);
  useWhere([{ label: c("title"), to: "/clues" }, { label: t("title") }]);
  const [address, setAddress] = useAddress();
  const filter = Object.fromEntries(["side", "overdue"].flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const done = address.get("done") === "1";
  const transfers = useTransfers({ ...filter, ...(done ? {} : { open: "true" }), size: "200" });
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) value === null || value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  const open = address.get("transfer");
  const mayTake = canTakeBundles({ ...session.person, personId: session.person.id }).allowed;
  return (
    <>
      {transfers.isPending ? (
        <Loading lines={8} />
      ) : transfers.isError ? (
        <Problem error={transfers.error} onRetry={() => transfers.refetch()} />
      ) : (
        <BoardView list={transfers.data} filter={filter} done={done} open={open} mayTake={mayTake} onChange={change} />
      )}
      {mayTake && address.get("bundle") === "1" ? (
        <BundlePanel onClose={() => change({ bundle: null })} />
      ) : open === null ? null : (
        <TransferPanel key={open} id={open} session={session} onClose={() => change({ transfer: null })} />
      )}
    </>
  );
}
