import { useReminder } from "#web/deadlines/use-board.ts";
import { useText } from "#web/design/text/language.tsx";

const text = {
  badge: { zh: "超期 {over} 项，三日内届满 {soon} 项", en: "over: {over}, due within three days: {soon}" },
} as const;

/** 提醒 at the door of the deadlines: how many of one's own are over or due within three days; nothing where there are none. */
export function DeadlineBadge() {
  const t = useText(text);
  const reminder = useReminder();
  if (reminder.data === undefined) return null;
  const { over, soon } = reminder.data;
  if (over + soon === 0) return null;
  return (
    <span
      className={over > 0 ? "shell-badge shell-badge-over figure" : "shell-badge figure"}
      title={t("badge", { over, soon })}
      data-testid="deadline-badge"
    >
      <span aria-hidden="true">{over + soon > 99 ? "99+" : over + soon}</span>
      <span className="visually-hidden">{t("badge", { over, soon })}</span>
    </span>
  );
}
