import { Link } from "@remix-run/react";
import type { Reminders } from "@server/review/reminders-contract";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { Tag } from "~/components/VerdictChip";
import { Left } from "./Left";

const shown = 3;

/** 提醒 on the home of a county: its day of submission, what was given back, findings past their day and due soon. */
export const ReminderCard = ({ reminders }: { readonly reminders: Reminders }) => {
  const { t } = useTranslation();
  const { days, answers, overdue, soon, statisticsYear } = reminders;
  const ledger = `/findings?year=${statisticsYear}`;
  return (
    <Card title={t("reminders:card")} actions={<Link to={`/review?year=${statisticsYear}`}>{t("reminders:open_queue")}</Link>}>
      <ul className="plain overview__watches">
        {days.map(({ level, day, left, open, near }) => (
          <li key={level}>
            <strong>{t(`reminders:day.${level}`)}</strong> <span className="num">{day}</span>
            <div className="caption muted">
              {open === 0 ? t("reminders:day.kept") : near ? <NearTag left={left} /> : <Left left={left} />}
            </div>
          </li>
        ))}
        {answers.map(({ county, day, left, reason }) => (
          <li key={county.id}>
            <strong>{t("reminders:answer", { day })}</strong> <NearTag left={left} />
            <div className="caption muted">{reason}</div>
          </li>
        ))}
        {overdue.length > 0 ? (
          <li>
            <Link to={ledger}>{t("reminders:overdue_count", { count: overdue.length })}</Link>
          </li>
        ) : null}
        {[...overdue, ...soon].slice(0, shown).map(({ id, title, left, responsibleUnit }) => (
          <li key={id}>
            <Link to={`${ledger}&finding=${id}`}>{title}</Link> <NearTag left={left} />
            <div className="caption muted">{responsibleUnit}</div>
          </li>
        ))}
        {soon.length > 0 ? (
          <li>
            <Link to={ledger}>{t("reminders:soon_count", { count: soon.length })}</Link>
          </li>
        ) : null}
      </ul>
    </Card>
  );
};

/** Days left that call for action: red when over. */
export const NearTag = ({ left }: { readonly left: number }) => (
  <Tag tone={left < 0 ? "fail" : "near"}>
    <Left left={left} />
  </Tag>
);
