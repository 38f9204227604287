import type { Actor, Member } from "@server/auth/contract";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "~/components/ConfirmButton";
import { type Column, DataTable } from "~/components/DataTable";
import { TableFoot } from "~/components/TableFoot";
import { Tag } from "~/components/VerdictChip";

/** Everybody who may work for this organisation. */
export const MemberTable = ({ actor, members }: { readonly actor: Actor; readonly members: readonly Member[] }) => {
  const { t } = useTranslation();
  const columns: readonly Column<Member>[] = [
    { key: "name", header: t("account:members.name"), width: "160px", render: (member) => member.displayName },
    { key: "email", header: t("account:members.email"), render: (member) => member.email },
    { key: "role", header: t("account:members.role"), width: "150px", render: (member) => t(`common:role.${member.role}`) },
    {
      key: "state",
      header: t("account:members.state"),
      width: "90px",
      render: (member) => (member.disabled ? <Tag tone="near">{t("account:members.disabled")}</Tag> : t("account:members.active")),
    },
    {
      key: "operation",
      header: t("account:members.operation"),
      width: "110px",
      render: (member) =>
        member.userId === actor.userId ? (
          <Tag tone="accent">{t("account:members.yourself")}</Tag>
        ) : (
          <ConfirmButton
            size="small"
            look="danger"
            label={t("account:members.remove")}
            accessibleName={t("account:members.remove_named", { name: member.displayName })}
            title={t("account:members.remove_title")}
            confirm={t("account:members.remove_named", { name: member.displayName })}
            fields={{ intent: "remove", userId: member.userId }}
          >
            {t("account:members.remove_effect", { name: member.displayName, organisation: actor.orgName })}
          </ConfirmButton>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("account:members.list")}
      columns={columns}
      rows={members}
      rowKey={(member) => member.userId}
      foot={<TableFoot total={members.length} />}
    />
  );
};
