import { Link } from "react-router";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

const text = {
  title: { zh: "没有这个页面", en: "There is no such page" },
  body: { zh: "地址可能已更改，或少了一段。可以从这里继续：", en: "The address may have changed or be incomplete. Go on from here:" },
  today: { zh: "回到今日", en: "Back to Today" },
} as const;

export function NotFoundPage() {
  const t = useText(text);
  useWhere([{ label: t("title") }]);
  return (
    <>
      <h1 className="visually-hidden">{t("title")}</h1>
      <Empty title={t("title")} testId="not-found">
        <p>{t("body")}</p>
        <Link to="/">{t("today")}</Link>
      </Empty>
    </>
  );
}
