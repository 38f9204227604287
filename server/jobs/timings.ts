/** Times and bounds of the run machinery, milliseconds unless said. Ages are measured by the database's clock. */
export interface JobTimings {
  /** Pause between two looks into the outbox. */
  readonly relayEvery: number;
  /** Pause between two rounds of the reconciler. */
  readonly reconcileEvery: number;
  /** Pause between two heartbeats; also how soon a cancel is noticed. */
  readonly beatEvery: number;
  /** A running run without a heartbeat for this long is taken from its worker. */
  readonly staleAfter: number;
  /** A run that was sent but not claimed for this long is sent again. */
  readonly resendAfter: number;
  /** Claims a run may have before it fails for good. */
  readonly maxAttempts: number;
  /** Runs of one county that may be in the queue or under way at once. */
  readonly perTenant: number;
}

export const defaultTimings: JobTimings = {
  relayEvery: 500,
  reconcileEvery: 2_000,
  beatEvery: 1_000,
  staleAfter: 12_000,
  resendAfter: 20_000,
  maxAttempts: 5,
  perTenant: 4,
};
