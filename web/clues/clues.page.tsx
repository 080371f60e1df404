import { useEffect } from "react";
import type { Session } from "#access/access.contract.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { CluePanel } from "#web/clues/clue.panel.tsx";
import { cluesText } from "#web/clues/clues.text.ts";
import { CluesView } from "#web/clues/clues.view.tsx";
import { RegisterPanel } from "#web/clues/register.panel.tsx";
import { useClues } from "#web/clues/use-clues.ts";
import { Loading, Problem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";

const FILTERS = [
  ...["status", "insider", "query", "page"],
  ...["field", "track", "industry", "rule", "term", "outcome", "promptedBy", "from", "to"],
] as const;

/** 线索队列 The filter and the open clue live in the address: the same address shows the same. */
export function CluesPage({ session }: { readonly session: Session }) {
  const t = useText(cluesText);
  useWhere([{ label: t("title") }]);
  const [address, setAddress] = useAddress();
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? ""]] : [])));
  const clues = useClues({ ...filter, size: "20" });
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (FILTERS.some((name) => name in changes) && !("page" in changes)) next.delete("page");
      for (const [name, value] of Object.entries(changes)) value === null || value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  const [open, act] = [address.get("clue"), address.get("act")];
  const ids = clues.data?.items.map(({ id }) => id) ?? [];
  useQueueKeys(ids, open, (clue, act) => change({ clue, act, new: null }));
  const { person } = session;
  const mayRegister = canHandleClue("register", { ...person, personId: person.id }, person.officeCode).allowed;
  return (
    <>
      {clues.isPending ? (
        <Loading lines={8} />
      ) : clues.isError ? (
        <Problem error={clues.error} onRetry={() => clues.refetch()} />
      ) : (
        <CluesView
          list={clues.data}
          filter={filter}
          open={open}
          mayRegister={mayRegister}
          onChange={change}
          onClear={() => setAddress({})}
        />
      )}
      {mayRegister && address.get("new") === "1" ? (
        <RegisterPanel onClose={() => change({ new: null })} onDone={(clue) => change({ new: null, clue })} />
      ) : open === null ? null : (
        <CluePanel
          key={open}
          clueId={open}
          act={act}
          onAct={(next) => change({ act: next })}
          onOpen={(clue) => change({ clue, act: null })}
          onClose={() => change({ clue: null, act: null })}
        />
      )}
    </>
  );
}

/** `a` and `r` act on the open clue or on the row that has the focus; with a clue open, `j` and `k` walk through the page of the queue. */
function useQueueKeys(ids: readonly string[], open: string | null, show: (clue: string, act: string | null) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const row = target instanceof HTMLTableRowElement ? (target.dataset["row"] ?? null) : null;
      const clue = row ?? open;
      if ((event.key === "a" || event.key === "r") && clue !== null) {
        event.preventDefault();
        show(clue, event.key === "a" ? "accept" : "dismiss");
      } else if ((event.key === "j" || event.key === "k") && open !== null && row === null) {
        const next = ids[ids.indexOf(open) + (event.key === "j" ? 1 : -1)];
        // before the shell's own j and k, which lead into the table
        event.stopPropagation();
        if (next !== undefined) show(next, null);
      }
    };
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [ids, open, show]);
}
