import { dayOf, daysUntil } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";

/** How near the end of a leg is: by word first, by colour after. */
export function DueMark({ due }: { readonly due: string }) {
  const t = useText(transfersText);
  const days = daysUntil(due, dayOf(new Date()));
  const tone = days < 0 ? "bad" : days <= 1 ? "warn" : "quiet";
  return <Mark tone={tone}>{days < 0 ? t("late", { n: -days }) : days === 0 ? t("dueToday") : t("left", { n: days })}</Mark>;
}
