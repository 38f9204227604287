import type { LeverOf } from "../../contract";
import { buildClassrooms } from "../build-classrooms/lever";
import { buildSpecialRooms } from "../build-special-rooms/lever";
import { buildSports } from "../build-sports/lever";
import { buyEquipment } from "../buy-equipment/lever";
import { certifyTeachers } from "../certify-teachers/lever";
import { classCap } from "../class-cap/lever";
import { closeSchool } from "../close-school/lever";
import { convertSports } from "../convert-sports/lever";
import { countyFact } from "../county-fact/lever";
import { declare } from "../declare/lever";
import { equipMultimedia } from "../equip-multimedia/lever";
import { hireTeachers } from "../hire-teachers/lever";
import { itinerantTeachers } from "../itinerant-teachers/lever";
import type { LeverType } from "../kinds";
import { leaseVenue } from "../lease-venue/lever";
import type { LeverModel } from "../lever";
import { openSchool } from "../open-school/lever";
import { publicFunds } from "../public-funds/lever";
import { rezone } from "../rezone/lever";
import { rotateTeachers } from "../rotate-teachers/lever";
import { rotationQuota } from "../rotation-quota/lever";
import { schoolFindings } from "../school-findings/lever";
import { specialFunds } from "../special-funds/lever";
import { teacherPay } from "../teacher-pay/lever";
import { train360 } from "../train-360/lever";
import { trainBackbone } from "../train-backbone/lever";
import { trainingFunds } from "../training-funds/lever";
import { transferEquipment } from "../transfer-equipment/lever";
import { upgradeEducation } from "../upgrade-education/lever";
import { writeOff } from "../write-off/lever";

/** What each kind of lever does, costs and says of itself. */
export const leverModels: { readonly [T in LeverType]: LeverModel<LeverOf<T>> } = {
  build_classrooms: buildClassrooms,
  build_sports: buildSports,
  convert_sports: convertSports,
  lease_venue: leaseVenue,
  build_special_rooms: buildSpecialRooms,
  buy_equipment: buyEquipment,
  equip_multimedia: equipMultimedia,
  write_off: writeOff,
  transfer_equipment: transferEquipment,
  hire_teachers: hireTeachers,
  upgrade_education: upgradeEducation,
  train_backbone: trainBackbone,
  train_360: train360,
  certify_teachers: certifyTeachers,
  rotate_teachers: rotateTeachers,
  rotation_quota: rotationQuota,
  itinerant_teachers: itinerantTeachers,
  close_school: closeSchool,
  open_school: openSchool,
  rezone,
  class_cap: classCap,
  public_funds: publicFunds,
  training_funds: trainingFunds,
  special_funds: specialFunds,
  teacher_pay: teacherPay,
  county_fact: countyFact,
  declare,
  school_findings: schoolFindings,
};
