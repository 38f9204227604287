import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { CountyDataset } from "@server/statistics/contract";
import { z } from "zod";
import type { Scenario } from "./contract";
import type { ScenarioDocument } from "./scenario-document";

/** Data and rules that the browser's engines answer a scenario from; they change with the scenario's dataset and the rules only. */
export interface SimulationBase {
  readonly dataset: CountyDataset;
  /** The layered rule set as the compliance engine reads it; only an engine looks inside. */
  readonly ruleSet: unknown;
  /** Versions of the server's own engines: the browser says when its copies differ. */
  readonly engines: { readonly compliance: string; readonly planning: string };
}

/** What a comment is about: the scenario, one lever, one school or one indicator. */
export const commentAnchorSchema = z.union([z.literal(""), z.string().regex(/^(?:lever|school|indicator):[0-9A-Za-z_-]{1,40}$/)]);
export const commentSchema = z.strictObject({ anchor: commentAnchorSchema, text: z.string().trim().min(1).max(1000) });
export type CommentDraft = z.output<typeof commentSchema>;

export interface ScenarioComment {
  readonly id: string;
  readonly anchor: string;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
  /** Written by the reader, who may take it back. */
  readonly own: boolean;
}

export const versionNameSchema = z.string().trim().min(1).max(80);

/** 存档: a named state of a scenario, which never changes. */
export interface ScenarioVersion {
  readonly id: string;
  readonly name: string;
  /** Draft number of the scenario when it was named. */
  readonly draft: number;
  readonly leverCount: number;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** Comments and named versions of the actor's own scenarios, lock and restore, and what the browser computes from. */
export interface WorkspaceService {
  base(actor: Actor, scenarioId: string): Promise<Result<SimulationBase, AppError>>;
  /** Oldest first. */
  comments(actor: Actor, scenarioId: string): Promise<Result<readonly ScenarioComment[], AppError>>;
  /** Locked scenarios can be commented too. */
  comment(actor: Actor, scenarioId: string, draft: CommentDraft): Promise<Result<null, AppError>>;
  /** Takes back a comment of one's own. */
  withdrawComment(actor: Actor, scenarioId: string, commentId: string): Promise<Result<null, AppError>>;
  /** Newest first. */
  versions(actor: Actor, scenarioId: string): Promise<Result<readonly ScenarioVersion[], AppError>>;
  versionDocument(actor: Actor, scenarioId: string, versionId: string): Promise<Result<ScenarioDocument, AppError>>;
  /** Names the stored state. A name in use is a `conflict` at `name`. */
  nameVersion(actor: Actor, scenarioId: string, name: string): Promise<Result<null, AppError>>;
  /** Makes a named version the present state, as a new draft; the scenario keeps its name. Errors as those of saving. */
  restore(actor: Actor, scenarioId: string, versionId: string, expectedVersion: number): Promise<Result<Scenario, AppError>>;
  /** 锁定: nobody can change or remove the scenario until it is unlocked. */
  lock(actor: Actor, scenarioId: string): Promise<Result<null, AppError>>;
  unlock(actor: Actor, scenarioId: string): Promise<Result<null, AppError>>;
}
