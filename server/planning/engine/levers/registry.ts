import type { Lever } from "../../contract";
import { buildClassrooms } from "./build-classrooms/lever";
import { buildSpecialRooms } from "./build-special-rooms/lever";
import { buildSports } from "./build-sports/lever";
import { buyEquipment } from "./buy-equipment/lever";
import { certifyTeachers } from "./certify-teachers/lever";
import { classCap } from "./class-cap/lever";
import { closeSchool } from "./close-school/lever";
import { convertSports } from "./convert-sports/lever";
import { countyFact } from "./county-fact/lever";
import { declare } from "./declare/lever";
import { equipMultimedia } from "./equip-multimedia/lever";
import { hireTeachers } from "./hire-teachers/lever";
import { itinerantTeachers } from "./itinerant-teachers/lever";
import { leaseVenue } from "./lease-venue/lever";
import type { CheckedCounty, CostYear, LeverCost, LeverIssue, LeverModel, LeverSummary, LeverYear, NamedSchool, Phase } from "./lever";
import { openSchool } from "./open-school/lever";
import { publicFunds } from "./public-funds/lever";
import { rezone } from "./rezone/lever";
import { rotateTeachers } from "./rotate-teachers/lever";
import { rotationQuota } from "./rotation-quota/lever";
import { specialFunds } from "./special-funds/lever";
import { teacherPay } from "./teacher-pay/lever";
import { train360 } from "./train-360/lever";
import { trainBackbone } from "./train-backbone/lever";
import { trainingFunds } from "./training-funds/lever";
import { transferEquipment } from "./transfer-equipment/lever";
import { upgradeEducation } from "./upgrade-education/lever";
import { writeOff } from "./write-off/lever";

/** A lever together with its model, so that callers need not know the kinds. */
export interface BoundLever {
  readonly lever: Lever;
  readonly phase: Phase;
  readonly schools: readonly NamedSchool[];
  readonly issues: (county: CheckedCounty, all: readonly Lever[]) => readonly LeverIssue[];
  readonly apply: (year: LeverYear) => void;
  readonly cost: (year: CostYear) => LeverCost;
  readonly summary: () => LeverSummary;
}

const bind = <L extends Lever>(lever: L, model: LeverModel<L>): BoundLever => ({
  lever,
  phase: model.phase,
  schools: model.schools(lever),
  issues: (county, all) => model.issues?.(lever, county, all) ?? [],
  apply: (year) => model.apply(lever, year),
  cost: (year) => model.cost(lever, year),
  summary: () => model.summary(lever),
});

/** The model of each kind of lever. */
export const boundLever = (lever: Lever): BoundLever => {
  switch (lever.type) {
    case "build_classrooms":
      return bind(lever, buildClassrooms);
    case "build_sports":
      return bind(lever, buildSports);
    case "convert_sports":
      return bind(lever, convertSports);
    case "lease_venue":
      return bind(lever, leaseVenue);
    case "build_special_rooms":
      return bind(lever, buildSpecialRooms);
    case "buy_equipment":
      return bind(lever, buyEquipment);
    case "equip_multimedia":
      return bind(lever, equipMultimedia);
    case "write_off":
      return bind(lever, writeOff);
    case "transfer_equipment":
      return bind(lever, transferEquipment);
    case "hire_teachers":
      return bind(lever, hireTeachers);
    case "upgrade_education":
      return bind(lever, upgradeEducation);
    case "train_backbone":
      return bind(lever, trainBackbone);
    case "train_360":
      return bind(lever, train360);
    case "certify_teachers":
      return bind(lever, certifyTeachers);
    case "rotate_teachers":
      return bind(lever, rotateTeachers);
    case "rotation_quota":
      return bind(lever, rotationQuota);
    case "itinerant_teachers":
      return bind(lever, itinerantTeachers);
    case "close_school":
      return bind(lever, closeSchool);
    case "open_school":
      return bind(lever, openSchool);
    case "rezone":
      return bind(lever, rezone);
    case "class_cap":
      return bind(lever, classCap);
    case "public_funds":
      return bind(lever, publicFunds);
    case "training_funds":
      return bind(lever, trainingFunds);
    case "special_funds":
      return bind(lever, specialFunds);
    case "teacher_pay":
      return bind(lever, teacherPay);
    case "county_fact":
      return bind(lever, countyFact);
    case "declare":
      return bind(lever, declare);
  }
};
