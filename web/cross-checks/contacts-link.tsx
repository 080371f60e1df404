import { Link } from "react-router";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { useContacts } from "#web/cross-checks/use-cross-checks.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText } from "#web/design/text/language.tsx";

/** To the contacts, with how many requests of other offices wait for an answer. */
export function ContactsLink() {
  const t = useText(crossChecksText);
  const { data } = useContacts("answering");
  const waiting = data?.items.filter(({ status }) => status === "asked").length ?? 0;
  return (
    <Link to="/clues/contacts" className="nowrap" data-testid="to-contacts">
      {t("title")}
      {waiting === 0 ? null : (
        <>
          {" "}
          <Mark tone="warn" testId="contacts-waiting">
            {t("waitingAnswers", { n: waiting })}
          </Mark>
        </>
      )}
    </Link>
  );
}
