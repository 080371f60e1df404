import { Modal } from "antd";
import { useEffect, useState } from "react";
import { shellText } from "#web/app/shell/shell.text.ts";
import { useText } from "#web/design/text/language.tsx";

const KEYS = [
  ["/", "keySearch"],
  ["j k", "keyMove"],
  ["Enter", "keyOpen"],
  ["y n u", "keyAnswer"],
  ["a r", "keyQueue"],
  ["Esc", "keyClose"],
  ["?", "keyHelp"],
] as const;

/** The keys of the whole workbench: listens for `/` and `?` outside of fields, shows the list. */
export function KeyHelp({ onSearch }: { readonly onSearch: () => void }) {
  const t = useText(shellText);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "/") {
        event.preventDefault();
        onSearch();
      } else if (event.key === "?") setOpen(true);
      else if ((event.key === "j" || event.key === "k") && !(event.target instanceof HTMLTableRowElement)) {
        document.querySelector<HTMLElement>("main tr[tabindex='0']")?.focus();
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onSearch]);
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t("keys")} width={380}>
      <dl className="facts" data-testid="key-help">
        {KEYS.map(([key, label]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
