import type { Pool } from "@db/client";
import { authTransactions, readerTransactions, tenantTransactions } from "@db/tenant";
import { createAuditService } from "@server/audit";
import { createAuthService, createThrottle } from "@server/auth";
import {
  createBasicBalanceService,
  createComplianceService,
  createDeclarationService,
  createEvidenceService,
  createRulesService,
} from "@server/compliance";
import { createJobsService, startRun } from "@server/jobs";
import {
  createAnswersService,
  createOutlookService,
  createPlanningService,
  createTargetsService,
  createWorkspaceService,
} from "@server/planning";
import { createPolicyService, createPortfolioService, createProvinceService } from "@server/province";
import { createFindingsService, createReviewService } from "@server/review";
import { createEntryService, createStatisticsService, type UploadParser } from "@server/statistics";
import type { Redis } from "ioredis";
import type { Services } from "./context";

export interface ServiceParts {
  readonly pools: { readonly web: Pool; readonly reader: Pool; readonly auth: Pool };
  readonly uploadParser: UploadParser;
  /** Shared counters of sign-in attempts; null: each process counts for itself. */
  readonly redis: Redis | null;
}

/** Every service, wired to its pool and to nothing else. */
export const createServices = ({ pools, uploadParser, redis }: ServiceParts): Services => {
  const withTenant = tenantTransactions(pools.web.db);
  const withReader = readerTransactions(pools.reader.db);
  return {
    auth: createAuthService({ withAuth: authTransactions(pools.auth.db), throttle: createThrottle(redis ? { redis } : {}) }),
    audit: createAuditService({ withTenant }),
    statistics: createStatisticsService({ withTenant, parser: uploadParser }),
    entry: createEntryService({ withTenant }),
    compliance: createComplianceService({ withTenant }),
    basicBalance: createBasicBalanceService({ withTenant }),
    declarations: createDeclarationService({ withTenant }),
    evidence: createEvidenceService({ withTenant }),
    rules: createRulesService({ withTenant }),
    planning: createPlanningService({ withTenant, jobs: { startRun } }),
    answers: createAnswersService({ withTenant, jobs: { startRun } }),
    outlook: createOutlookService({ withTenant }),
    workspace: createWorkspaceService({ withTenant }),
    targets: createTargetsService({ withTenant }),
    jobs: createJobsService({ withTenant }),
    province: createProvinceService({ withTenant, withReader }),
    policies: createPolicyService({ withTenant, withReader, jobs: { startRun } }),
    portfolio: createPortfolioService({ withTenant, withReader, jobs: { startRun } }),
    review: createReviewService({ withTenant, withReader }),
    findings: createFindingsService({ withTenant, withReader }),
  };
};
