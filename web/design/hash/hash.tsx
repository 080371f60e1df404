import { CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useText } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import "#web/design/hash/hash.css";

/** A hash or an id, its first `short` characters unless `whole`, with a button that copies all of it. */
export function Hash({
  value,
  name,
  whole = false,
  short = 10,
}: {
  readonly value: string;
  readonly name: string;
  readonly whole?: boolean;
  readonly short?: number;
}) {
  const t = useText(commonText);
  const [copied, setCopied] = useState(false);
  return (
    <span className="hash">
      <span className="mono break" title={value}>
        {whole ? value : `${value.slice(0, short)}…`}
      </span>
      <Button
        type="text"
        size="small"
        className="no-print"
        icon={<CopyOutlined />}
        aria-label={`${copied ? t("copied") : t("copy")} ${name}`}
        title={copied ? t("copied") : t("copy")}
        onClick={() => {
          // without a secure origin there is no clipboard: the whole value stands in the title and in the details
          void navigator.clipboard?.writeText(value).then(() => setCopied(true));
        }}
      />
    </span>
  );
}
