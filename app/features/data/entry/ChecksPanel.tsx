import { Form, useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { countyCode, type EntryCheck, type EntrySchool } from "@server/statistics/entry-contract";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatDateTime } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { TextField } from "~/components/TextField";
import { withParams } from "~/components/url";
import { VerdictShape } from "~/components/VerdictChip";
import { catalogueKey } from "~/i18n/catalogue-key";
import { fieldLabel } from "../field-label";
import { type Entry, wantsReason } from "./use-entry";

const kinds = ["all", "error", "open", "fresh", "accepted"] as const;
type Kind = (typeof kinds)[number];

const wanted = ({ severity, fresh, accepted }: EntryCheck, kind: Kind): boolean =>
  kind === "all" ||
  (kind === "error" && severity === "error") ||
  (kind === "open" && severity === "warning" && accepted === null) ||
  (kind === "fresh" && fresh) ||
  (kind === "accepted" && accepted !== null);

/** Most checks listed at once. */
const listed = 100;

/** Contradictions and doubts of the figures as typed; each leads to its cell, each doubt takes a reason. */
export const ChecksPanel = ({
  entry,
  editable,
  year,
  closeTo,
  onJump,
  schools,
}: {
  readonly entry: Entry;
  readonly editable: boolean;
  readonly schools: readonly EntrySchool[];
  readonly year: number;
  readonly closeTo: string;
  readonly onJump: (cell: { readonly code: string; readonly path: string; readonly view: string }) => void;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const kind = kinds.find((one) => one === params.get("checks")) ?? "all";
  /** Reasons copied to others: their fields begin anew. */
  const [copied, setCopied] = useState(0);
  const { review, typed } = entry;
  const checks = (review?.checks ?? []).filter((check) => wanted(check, kind));
  const location = useLocation();
  const led = useRef<string | null>(null);
  useEffect(() => {
    // Once for each way here, not while reasons are being written.
    if (led.current === location.key) return;
    led.current = location.key;
    const first = location.state?.toReason === true ? checks.find((check) => wantsReason(entry, check)) : undefined;
    if (first !== undefined) document.getElementsByName(first.checkId)[0]?.focus();
  });
  const cellName = (code: string, path: string): string =>
    t("entry:cell.name", {
      school: code === countyCode ? t("entry:whose.county") : (schools.find((school) => school.code === code)?.name ?? code),
      figure: fieldLabel(t, code === countyCode ? `county.${path}` : path),
    });
  const jump = (at: Pick<NonNullable<EntryCheck["at"]>, "code" | "path" | "view">) => (
    <a
      href={withParams(params, { view: at.view, school: at.code, path: at.path })}
      onClick={(event) => {
        event.preventDefault();
        onJump(at);
      }}
    >
      {t("entry:checks.jump")}
    </a>
  );
  const copy = (same: readonly EntryCheck[], text: string) => {
    for (const { checkId } of same) entry.giveReason(checkId, text);
    setCopied((before) => before + 1);
  };
  const reason = ({ checkId, fresh, message }: EntryCheck) => {
    if (!editable) return null;
    const same = checks.filter((one) => one.message === message && one.fresh === fresh && one.accepted === null);
    if (fresh && typed.size > 0)
      return (
        <>
          <TextField
            key={`${checkId} ${copied}`}
            name={checkId}
            label={t("entry:checks.reason")}
            maxLength={500}
            defaultValue={entry.reasons[checkId] ?? ""}
            onChange={(text) => entry.giveReason(checkId, text)}
          />
          {same.length > 1 && entry.reasons[checkId] ? (
            <Button size="small" onClick={() => copy(same, entry.reasons[checkId] ?? "")}>
              {t("entry:checks.same", { count: same.length })}
            </Button>
          ) : null}
        </>
      );
    return (
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="intent" value="accept" />
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="check" value={checkId} />
        <TextField name="reason" label={t("entry:checks.reason")} maxLength={500} />
        <div>
          <Button type="submit" size="small">
            {t("entry:checks.accept")}
          </Button>
        </div>
      </Form>
    );
  };
  return (
    <Inspector title={t("entry:checks.title")} aside={t("entry:checks.count", { count: review?.checks.length ?? 0 })} closeTo={closeTo}>
      <InspectorSection>
        <Select
          name="kind"
          label={t("entry:checks.show")}
          value={kind}
          onChange={(value) => navigate(withParams(params, { checks: value === "all" ? null : value }), { preventScrollReset: true })}
          options={kinds.map((value) => ({ value, label: t(`entry:checks.kind.${value}`) }))}
        />
      </InspectorSection>
      {(review?.problems ?? []).length === 0 ? null : (
        <InspectorSection title={t("entry:checks.unreadable")}>
          <ul className="plain stack">
            {review?.problems.map((problem) => (
              <li key={`${problem.code} ${problem.path}`} className="stack">
                <span>{t(catalogueKey(problem.message), { ...problem.params })}</span>
                {problem.view === null ? null : <span>{jump({ code: problem.code, path: problem.path, view: problem.view })}</span>}
              </li>
            ))}
          </ul>
        </InspectorSection>
      )}
      {(review?.conflicts ?? []).length === 0 ? null : (
        <InspectorSection title={t("entry:conflict.title")}>
          <ul className="plain stack">
            {review?.conflicts.map((conflict) => {
              const key = `${conflict.code} ${conflict.path}`;
              const mine = typed.get(key);
              if (mine === undefined) return null;
              return (
                <li key={key} className="stack">
                  <span>
                    {t("entry:conflict.text", {
                      cell: cellName(conflict.code, conflict.path),
                      mine: mine.text === "" ? t("data:preview.empty") : mine.text,
                      theirs: conflict.theirs === null ? t("data:preview.empty") : String(conflict.theirs),
                      by: conflict.by,
                      at: formatDateTime(conflict.at),
                    })}
                  </span>
                  <span className="row">
                    <Button size="small" onClick={() => entry.giveUp(key)}>
                      {t("entry:conflict.theirs")}
                    </Button>
                    <Button size="small" onClick={() => entry.insist(key, conflict.theirs)}>
                      {t("entry:conflict.mine")}
                    </Button>
                  </span>
                </li>
              );
            })}
          </ul>
        </InspectorSection>
      )}
      <InspectorSection>
        {checks.length === 0 ? <p className="muted">{t("entry:checks.none")}</p> : null}
        <ul className="plain entry__checks">
          {checks.slice(0, listed).map((check) => (
            <li key={check.checkId} className="stack">
              <span className="row nowrap">
                <VerdictShape kind={check.severity === "error" ? "not_met" : "borderline"} size={12} /> {t(`data:issues.${check.severity}`)}
                {check.fresh ? <> · {t("entry:checks.fresh")}</> : null}
              </span>
              <span>{t(catalogueKey(check.message), { ...check.params })}</span>
              {check.at === null ? null : <span>{jump(check.at)}</span>}
              {check.severity === "warning" ? (
                check.accepted === null ? (
                  reason(check)
                ) : (
                  <span className="caption muted">
                    {t("entry:checks.accepted", {
                      reason: check.accepted.reason,
                      by: check.accepted.acceptedBy,
                      at: formatDateTime(check.accepted.acceptedAt),
                    })}
                  </span>
                )
              ) : null}
            </li>
          ))}
        </ul>
        {checks.length > listed ? <p className="caption muted">{t("entry:checks.more", { count: checks.length - listed })}</p> : null}
      </InspectorSection>
    </Inspector>
  );
};
