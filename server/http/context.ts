import type { AuditService } from "@server/audit/contract";
import type { AuthService, SessionView } from "@server/auth/contract";
import type { BasicBalanceService } from "@server/compliance/basic-contract";
import type { ComplianceService } from "@server/compliance/contract";
import type { DeclarationService } from "@server/compliance/declarations-contract";
import type { EvidenceService } from "@server/compliance/evidence-contract";
import type { RulesService } from "@server/compliance/layers-contract";
import type { JobsService } from "@server/jobs/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { AnswersService } from "@server/planning/answers-contract";
import type { PlanningService } from "@server/planning/contract";
import type { OutlookService } from "@server/planning/outlook-contract";
import type { TargetsService } from "@server/planning/targets-contract";
import type { WorkspaceService } from "@server/planning/workspace-contract";
import type { ProvinceService } from "@server/province/contract";
import type { PolicyService } from "@server/province/policy-contract";
import type { PortfolioService } from "@server/province/portfolio-contract";
import type { ReviewService } from "@server/review/contract";
import type { FindingsService } from "@server/review/findings-contract";
import type { StatisticsService } from "@server/statistics/contract";
import type { EntryService } from "@server/statistics/entry-contract";

/** Everything a loader or action may call. Built once, in the composition root. */
export interface Services {
  readonly auth: AuthService;
  readonly audit: AuditService;
  readonly statistics: StatisticsService;
  readonly entry: EntryService;
  readonly compliance: ComplianceService;
  readonly basicBalance: BasicBalanceService;
  readonly declarations: DeclarationService;
  readonly evidence: EvidenceService;
  readonly rules: RulesService;
  readonly planning: PlanningService;
  readonly answers: AnswersService;
  readonly outlook: OutlookService;
  readonly workspace: WorkspaceService;
  readonly targets: TargetsService;
  readonly jobs: JobsService;
  readonly province: ProvinceService;
  readonly policies: PolicyService;
  readonly portfolio: PortfolioService;
  readonly review: ReviewService;
  readonly findings: FindingsService;
}

export type Locale = "zh-CN" | "en";

/** What Express hands to Remix for one request. */
export interface AppContext {
  readonly services: Services;
  /** Null when nobody is signed in. */
  readonly session: SessionView | null;
  /** Session token of the cookie; only for calls that act on the session itself. */
  readonly sessionToken: string | null;
  readonly locale: Locale;
  /** Goes into script tags of the document; never into loader data. */
  readonly cspNonce: string;
  /** Reference number of this request, as in the log; shown with an error. */
  readonly requestId: string;
  readonly remoteAddress: string;
  /** Set for the demo: sign-in page shows the demo accounts. */
  readonly demoAccounts: readonly { readonly email: string; readonly label: string }[] | null;
  /** Serialised Set-Cookie for a new or ended session. */
  readonly sessionCookie: { readonly set: (token: string, expiresAt: Date) => string; readonly clear: () => string };
  /**
   * Streams the files and text fields of a multipart form; `bytes` is of all files. Errors: `upload_too_large`, `upload_not_workbook`
   * (no file), `upload_unreadable`.
   */
  readonly readUploads: (
    request: Request,
    limits: { readonly bytes: number; readonly files: number },
  ) => Promise<
    Result<
      {
        readonly files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
        readonly fields: Readonly<Record<string, string>>;
      },
      AppError
    >
  >;
  /** As `readUploads`, for forms of one file: at most `largest` bytes, 10 MB unless said. */
  readonly readUpload: (
    request: Request,
    largest?: number,
  ) => Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }, AppError>>;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends AppContext {}
}
