import { FolderOpenOutlined, UploadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useText } from "#web/design/text/language.tsx";
import { type DroppedFile, listChosenFiles, listDroppedFiles } from "#web/evidence/dropped-files.ts";
import { evidenceText } from "#web/evidence/evidence.text.ts";

/** Files and folders by dropping or by choosing; the keyboard uses the two buttons. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly DroppedFile[]) => void }) {
  const t = useText(evidenceText);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles(listChosenFiles(input.files));
    input.value = "";
  };
  return (
    <section
      className={over ? "drop-zone drop-zone-over" : "drop-zone"}
      aria-label={t("drop")}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void listDroppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      <div>
        <strong>{t("drop")}</strong>
        <p className="quiet small">{t("dropHint")}</p>
      </div>
      <div className="line">
        <Button type="primary" icon={<UploadOutlined />} onClick={() => files.current?.click()}>
          {t("chooseFiles")}
        </Button>
        <Button icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
          {t("chooseFolder")}
        </Button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={t("chooseFiles")}
          onChange={(event) => take(event.currentTarget)}
          data-testid="file-input"
        />
        <input
          ref={folder}
          type="file"
          multiple
          hidden
          aria-label={t("chooseFolder")}
          {...{ webkitdirectory: "" }}
          onChange={(event) => take(event.currentTarget)}
          data-testid="folder-input"
        />
      </div>
    </section>
  );
}
