import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { useText } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import "#web/design/panel/side-panel.css";

/** Where the shell keeps room for the drawer, beside the content and never over it. */
export const PANEL_HOST = "side-panel-host";

/** Details at the right of what they explain; on a narrow screen it takes the whole page. Escape closes, the focus returns. */
export function SidePanel({
  title,
  onClose,
  children,
  testId,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly testId?: string;
}) {
  const t = useText(commonText);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      // The answer that closes a panel may come when its user types elsewhere: only a focus that went with the panel is given back.
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus();
    };
  }, []);
  const host = document.getElementById(PANEL_HOST);
  if (host === null) return null;
  return createPortal(
    <section
      className="side-panel"
      aria-labelledby={id}
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <div className="side-panel-head">
        <h2 id={id} ref={heading} tabIndex={-1} className="break">
          {title}
        </h2>
        <Button
          className="side-panel-close"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t("close")}
          onClick={onClose}
          data-testid="panel-close"
        />
      </div>
      <div className="side-panel-body stack">{children}</div>
    </section>,
    host,
  );
}
