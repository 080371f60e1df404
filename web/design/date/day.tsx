import { dayOf, daysUntil, formatDay, formatDistance } from "#web/design/date/date.ts";
import { useLanguage } from "#web/design/text/language.tsx";

/** A plain date with weekday and distance. */
export function Day({ day, distance = true }: { readonly day: string; readonly distance?: boolean }) {
  const { language } = useLanguage();
  return (
    <time dateTime={day} className="figure nowrap">
      {formatDay(day, language)}
      {distance ? <span className="quiet"> {formatDistance(daysUntil(day, dayOf(new Date())), language)}</span> : null}
    </time>
  );
}
