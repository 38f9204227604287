import type { IntakeShares, LeaverShares, ShareInUse } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { Disclosure } from "~/components/Disclosure";
import { formatPercent } from "~/components/format";
import { Card } from "~/components/page";

const ShareTable = ({ caption, rows }: { readonly caption: string; readonly rows: readonly ShareInUse[] }) => {
  const { t } = useTranslation();
  const columns: Column<ShareInUse>[] = [
    { key: "school", header: t("planning:ratios.school"), width: "240px", render: ({ name }) => name },
    { key: "share", header: t("planning:intake.share"), align: "end", width: "92px", render: ({ share }) => formatPercent(share) },
    { key: "origin", header: t("planning:intake.from"), render: ({ origin }) => t(`planning:intake.origin.${origin}`) },
  ];
  return (
    <>
      <h3>{caption}</h3>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ code }) => code} />
    </>
  );
};

/** 招生份额与小升初去向 in use, and where each comes from. */
export const IntakeView = ({ shares }: { readonly shares: IntakeShares }) => {
  const { t } = useTranslation();
  const leavers: Column<LeaverShares>[] = [
    { key: "school", header: t("planning:intake.primary"), width: "240px", render: ({ name }) => name },
    {
      key: "set",
      header: t("planning:intake.origin.set"),
      render: ({ set }) => set.map(({ name, share }) => `${name} ${formatPercent(share)}`).join(t("planning:intake.and")),
    },
    { key: "own", header: t("planning:intake.own"), align: "end", width: "120px", render: ({ own }) => formatPercent(own) },
    { key: "pool", header: t("planning:intake.pool"), align: "end", width: "120px", render: ({ pool }) => formatPercent(pool) },
  ];
  return (
    <Card title={t("planning:intake.title")} note={t("planning:intake.note")}>
      <Disclosure summary={t("planning:intake.open")}>
        <ShareTable caption={t("planning:intake.entrants")} rows={shares.entrants} />
        <h3>{t("planning:intake.leavers")}</h3>
        <DataTable caption={t("planning:intake.leavers")} columns={leavers} rows={shares.leavers} rowKey={({ code }) => code} />
        <ShareTable caption={t("planning:intake.pool_title")} rows={shares.pool} />
      </Disclosure>
    </Card>
  );
};
