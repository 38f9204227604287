import type { ItemExplanation, ItemId, ItemResult, ItemSchool } from "@server/compliance/items-contract";
import { ceiling, fractionOf, multiply, subtract } from "../exact";

/** The cheapest single kind of change that takes a failure away, where it is a number. */

type Values = Readonly<Record<string, number>>;

/** Least whole number that lifts `part` to `limit` of `whole`; 0 when nothing is lacking or known. */
const lacking = (part: number | null | undefined, whole: number | null | undefined, limit: number | undefined): number => {
  if (typeof part !== "number" || typeof whole !== "number" || limit === undefined) return 0;
  return Math.max(0, Number(ceiling(subtract(multiply(fractionOf(limit), fractionOf(whole)), fractionOf(part)))));
};

const sumOver = (schools: readonly ItemSchool[], of: (figures: ItemSchool["figures"]) => number): number =>
  schools.reduce((sum, { figures }) => sum + of(figures), 0);
const gap = (from: number | null | undefined, to: number | null | undefined): number => Math.max(0, (to ?? 0) - (from ?? 0));
const schoolsOf = (schools: readonly ItemSchool[]): number => new Set(schools.map(({ schoolCode }) => schoolCode)).size;

/** Rotated teachers that meet both shares when as many as possible of those added are backbone teachers. */
const rotation = ({ figures, limits }: ItemResult): Values => {
  const { eligible, rotated, rotatedBackbone } = figures;
  const byNumber = lacking(rotated, eligible, limits["rotatedShare"]);
  const share = limits["backboneShare"] ?? 0;
  const backboneAfter = (teachers: number): number =>
    lacking(rotatedBackbone, typeof rotated === "number" ? rotated + teachers : null, limits["backboneShare"]);
  // Every added backbone teacher raises both sides of the share.
  const byBackbone = share < 1 ? Math.ceil(Math.max(0, backboneAfter(0) / (1 - share)) - 1e-9) : 0;
  let teachers = Math.max(byNumber, byBackbone);
  if (teachers > byNumber && backboneAfter(teachers - 1) <= teachers - 1) teachers -= 1;
  return { teachers, backbone: Math.min(teachers, backboneAfter(teachers)) };
};

const changes: Readonly<Partial<Record<ItemId, (result: ItemResult) => Values>>> = {
  G3: ({ failing }) => ({
    schools: schoolsOf(failing),
    music: sumOver(failing, ({ musicNeeded, musicRooms }) => gap(musicRooms, musicNeeded)),
    art: sumOver(failing, ({ artNeeded, artRooms }) => gap(artRooms, artNeeded)),
  }),
  G4: ({ failing }) => ({ schools: schoolsOf(failing), pupils: Math.ceil(sumOver(failing, ({ pupils, limit }) => gap(limit, pupils))) }),
  G5: ({ figures }) => ({ classes: (figures["overPrimary"] ?? 0) + (figures["overJunior"] ?? 0) + (figures["overUnsplit"] ?? 0) }),
  G6: ({ failing }) => ({
    schools: schoolsOf(failing),
    yuan: Math.ceil(sumOver(failing, ({ fundsYuan, neededYuan }) => gap(fundsYuan, neededYuan)) - 1e-6),
  }),
  G7: ({ figures, limits }) => ({ yuan: lacking(figures["fundsYuan"], figures["pupils"], limits["perPupilYuan"]) }),
  G8: ({ figures, limits }) => ({ yuan: lacking(figures["teacherPayYuan"], figures["civilServantPayYuan"], limits["payShare"]) }),
  G9: ({ figures, limits }) => ({ teachers: lacking(figures["trained"], figures["teachers"], limits["trainedShare"]) }),
  G11: rotation,
  G12: ({ figures, limits }) => ({ teachers: lacking(figures["certified"], figures["teachers"], limits["certifiedShare"]) }),
  G13: ({ figures, limits }) => ({
    primary: lacking(figures["primaryInZone"], figures["primaryPupils"], limits["primaryShare"]),
    junior: lacking(figures["juniorInZone"], figures["juniorPupils"], limits["juniorShare"]),
  }),
  G14: ({ figures, limits }) => ({ places: lacking(figures["quota"], figures["places"], limits["quotaShare"]) }),
  G15: ({ figures, limits }) => ({ children: lacking(figures["placed"], figures["eligible"], limits["placedShare"]) }),
  Q1: ({ figures, limits }) => {
    const { graduates, transferredIn, transferredOut, entrants, died } = figures;
    const known = [graduates, transferredIn, transferredOut, entrants, died].every((figure) => typeof figure === "number");
    const stayed = (graduates ?? 0) - (transferredIn ?? 0) + (transferredOut ?? 0);
    return { pupils: known ? lacking(stayed, (entrants ?? 0) - (died ?? 0), limits["retentionShare"]) : 0 };
  },
  Q2: ({ figures, limits }) => ({ children: lacking(figures["enrolled"], figures["children"], limits["enrolledShare"]) }),
  Q3: ({ failing }) => ({ schools: schoolsOf(failing) }),
  Q4: ({ failing, limits }) => ({
    schools: schoolsOf(failing),
    yuan: sumOver(failing, ({ trainingWan, publicFundsWan }) =>
      lacking((trainingWan ?? 0) * 10_000, (publicFundsWan ?? 0) * 10_000, limits["trainingShare"]),
    ),
  }),
  Q6: ({ failing }) => ({ schools: schoolsOf(failing) }),
  X1: ({ figures, limits }) => ({ persons: lacking(figures["satisfied"], figures["valid"], limits["satisfiedShare"]) }),
};

/** Null for an item that does not fail, or whose failure no number takes away (a statement, a monitoring result). */
export const changeFor = (result: ItemResult): ItemExplanation["change"] => {
  const of = changes[result.id];
  if (result.verdict !== "not_met" || of === undefined) return null;
  const values = of(result);
  const moves = Object.entries(values).some(([name, value]) => (name !== "schools" || Object.keys(values).length === 1) && value > 0);
  return moves ? { key: `clauses:${result.id}.change`, values } : null;
};
