import { useEffect } from "react";
import type { DocumentFact } from "#case-documents/case-documents.contract.ts";

/** `j` and `k` walk through the facts in the order of the text, Escape lets go; not while somebody types. */
export function useFactKeys(
  on: boolean,
  facts: readonly DocumentFact[],
  chosen: string | null,
  choose: (fact: DocumentFact | null) => void,
): void {
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && chosen !== null) choose(null);
      if (event.key !== "j" && event.key !== "k") return;
      const at = facts.findIndex(({ key }) => key === chosen);
      const next = facts[at < 0 ? (event.key === "j" ? 0 : facts.length - 1) : at + (event.key === "j" ? 1 : -1)];
      // before the shell's own j and k, which lead into tables
      event.stopPropagation();
      event.preventDefault();
      if (next !== undefined) choose(next);
    };
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [on, facts, chosen, choose]);
}
