import { Button } from "antd";
import { useText } from "#web/design/text/language.tsx";

const text = {
  open: { zh: "看临界图：档次在哪里改变", en: "Flip map: where the band changes" },
  close: { zh: "收起临界图", en: "Close the flip map" },
} as const;

/** Leads from an answer to the flip map of the same facts, and back. */
export function FlipMapLink({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) {
  const t = useText(text);
  return (
    <div className="no-print">
      <Button size="small" aria-expanded={open} onClick={onToggle} data-testid="open-flip-map">
        {t(open ? "close" : "open")}
      </Button>
    </div>
  );
}
