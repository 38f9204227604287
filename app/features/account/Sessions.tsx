import type { SessionInfo } from "@server/auth/contract";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "~/components/ConfirmButton";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { Tag } from "~/components/VerdictChip";
import { deviceName } from "./device-name";

/** Devices that are signed in, this one marked; the others can be ended. */
export const Sessions = ({ sessions }: { readonly sessions: readonly SessionInfo[] }) => {
  const { t } = useTranslation();
  const deviceOf = (session: SessionInfo) => deviceName(session.userAgent) ?? t("account:account.unknown_device");
  const columns: readonly Column<SessionInfo>[] = [
    { key: "device", header: t("account:account.device"), render: (session) => <span title={session.userAgent}>{deviceOf(session)}</span> },
    { key: "created", header: t("account:account.created"), width: "150px", render: (session) => formatDateTime(session.createdAt) },
    { key: "seen", header: t("account:account.last_seen"), width: "150px", render: (session) => formatDateTime(session.lastSeenAt) },
    {
      key: "operation",
      header: t("account:account.operation"),
      width: "120px",
      render: (session) =>
        session.current ? (
          <Tag tone="accent">{t("account:account.current")}</Tag>
        ) : (
          <ConfirmButton
            size="small"
            label={t("account:account.revoke")}
            accessibleName={t("account:account.revoke_named", { device: deviceOf(session) })}
            title={t("account:account.revoke_title")}
            confirm={t("account:account.revoke")}
            fields={{ intent: "revoke", sessionId: session.id }}
          >
            {t("account:account.revoke_effect")}
          </ConfirmButton>
        ),
    },
  ];
  return <DataTable caption={t("account:account.sessions")} columns={columns} rows={sessions} rowKey={(session) => session.id} />;
};
