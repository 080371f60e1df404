import { Button } from "antd";
import type { RefObject } from "react";
import type { ItemState } from "#counts/work-list.contract.ts";
import { useText } from "#web/design/text/language.tsx";
import type { Decide } from "#web/work-list/use-work-list.ts";
import { workListText } from "#web/work-list/work-list.text.ts";

const REASONS = ["reasonUntrue", "reasonNotTier", "reasonRepeat", "reasonNotPersonal"] as const;

/** The decisions that an item allows, each with its key; a reason is chosen or written before all but confirming. */
export function DecisionBar({
  state,
  reason,
  onReason,
  reasonField,
  busy,
  onDecide,
  onUndo,
  mayUndo,
}: {
  readonly state: ItemState;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly busy: boolean;
  readonly onDecide: (decision: Decide["decision"]) => void;
  readonly onUndo: () => void;
  readonly mayUndo: boolean;
}) {
  const t = useText(workListText);
  const decided = state !== "open" && state !== "excluded";
  return (
    <div className="stack-tight no-print">
      {decided ? null : (
        <>
          <div className="work-list-reasons">
            {REASONS.map((one) => (
              <button
                key={one}
                type="button"
                className="work-list-reason"
                aria-pressed={reason === t(one)}
                onClick={() => onReason(reason === t(one) ? "" : t(one))}
              >
                {t(one)}
              </button>
            ))}
            <input
              ref={reasonField}
              className="field"
              aria-label={t("reason")}
              placeholder={t("reasonWritten")}
              maxLength={1000}
              value={reason}
              onChange={(event) => onReason(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape") event.currentTarget.blur();
              }}
              data-testid="item-reason"
            />
          </div>
          <div className="line">
            {state === "excluded" ? (
              <Button
                type="primary"
                disabled={busy || reason.trim() === ""}
                onClick={() => onDecide("restored")}
                data-testid="item-restore"
              >
                {t("restore")} <kbd>y</kbd>
              </Button>
            ) : (
              <>
                <Button type="primary" disabled={busy} onClick={() => onDecide("confirmed")} data-testid="item-confirm">
                  {t("confirm")} <kbd>y</kbd>
                </Button>
                <Button danger disabled={busy} onClick={() => onDecide("rejected")} data-testid="item-reject">
                  {t("reject")} <kbd>n</kbd>
                </Button>
                <Button disabled={busy} onClick={() => onDecide("anonymised")} data-testid="item-anonymise">
                  {t("anonymise")} <kbd>m</kbd>
                </Button>
              </>
            )}
            <Button type="text" disabled={busy || !mayUndo} onClick={onUndo} data-testid="item-undo">
              {t("undo")} <kbd>z</kbd>
            </Button>
          </div>
          <p className="quiet small">
            {t("needReason")} {t("keys")}
          </p>
        </>
      )}
      {decided ? (
        <div>
          <Button disabled={busy} onClick={onUndo} data-testid="item-undo">
            {t("undoOne")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
