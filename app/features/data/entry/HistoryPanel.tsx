import type { EntryChange, EntryColumn, EntryValue } from "@server/statistics/entry-contract";
import { entryText } from "@server/statistics/entry-contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { askJson } from "~/components/ask";
import { formatDateTime, missing } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { catalogueKey } from "~/i18n/catalogue-key";

const fetchChanges = (year: number, school: string, path: string): Promise<readonly EntryChange[] | null> =>
  askJson(`/data/entry-cells?${new URLSearchParams({ ask: "history", year: String(year), school, path })}`);

/** Changes of the cell under the hand: who, when, from what to what, by a file or by hand, and with which reason. */
export const HistoryPanel = ({
  year,
  version,
  cell,
  loaded,
  closeTo,
}: {
  readonly year: number;
  readonly version: number;
  readonly cell: {
    readonly code: string;
    readonly path: string;
    readonly school: string;
    readonly label: string;
    readonly column: EntryColumn | null;
  } | null;
  /** What came with the page. */
  readonly loaded: readonly EntryChange[] | null;
  readonly closeTo: string;
}) => {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly changes: readonly EntryChange[] | null } | null>(null);
  const [code, path] = [cell?.code, cell?.path];
  // Another version may have changed the same cell.
  const asked = `${version} ${code} ${path}`;
  useEffect(() => {
    if (code === undefined || path === undefined) return;
    let left = false;
    void fetchChanges(year, code, path).then((changes) => {
      if (!left) setAnswer({ asked, changes });
    });
    return () => {
      left = true;
    };
  }, [year, code, path, asked]);
  const changes = answer === null ? loaded : answer.asked === asked ? answer.changes : null;
  const written = (value: EntryValue): string => {
    const text = cell?.column == null ? String(value ?? "") : entryText(value, cell.column);
    return text === "" ? missing : text;
  };
  return (
    <Inspector title={t("entry:history.title")} closeTo={closeTo}>
      <InspectorSection>
        {cell === null ? (
          <p className="muted">{t("entry:history.choose")}</p>
        ) : (
          <p>
            <strong>{cell.school}</strong> {cell.label}
          </p>
        )}
        {cell !== null && changes?.length === 0 ? <p className="muted">{t("entry:history.none")}</p> : null}
        <ol className="plain entry__checks" aria-live="polite">
          {(cell === null ? [] : (changes ?? [])).map((change) => (
            <li key={change.version} className="stack">
              <span>
                <strong>
                  {written(change.from)} → {written(change.to)}
                </strong>{" "}
                {t("entry:history.version", { year, version: change.version })}
              </span>
              <span className="caption muted">
                {t(`entry:history.${change.origin}`, { by: change.by, at: formatDateTime(change.at), file: change.fileName })}
              </span>
              {change.accepted.map(({ message, params, reason, acceptedBy }) => (
                <span key={`${message} ${reason}`} className="caption">
                  {t(catalogueKey(message), { ...params })} {t("entry:history.reason", { reason, by: acceptedBy })}
                </span>
              ))}
            </li>
          ))}
        </ol>
      </InspectorSection>
    </Inspector>
  );
};
