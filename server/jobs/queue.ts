import type { RunMessage } from "./contract";

/** Takes one message. Must not reject: what goes wrong with a run belongs to its row, not to the queue. */
export type RunHandler = (message: RunMessage) => Promise<void>;

/**
 * Carries run ids from the relay to the workers, at least once and in no promised order. It may lose
 * everything: the database knows which runs exist, and the reconciler sends them again.
 */
export interface RunQueue {
  /** Rejects when the message could not be handed over in time; the relay tries again. */
  send(message: RunMessage, dispatchNo: number): Promise<void>;
  /** Starts handing messages to the handler. Call once. */
  consume(handler: RunHandler): void;
  /** Stops taking messages; does not wait for handlers. */
  pause(): Promise<void>;
  /** Lets go of connections, in bounded time. */
  close(): Promise<void>;
}

/** Lines of the workers' log; pino fits. Fields hold ids only, never inputs or results. */
export interface JobsLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
