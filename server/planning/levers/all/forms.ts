import { form as buildClassrooms } from "../build-classrooms/form";
import { form as buildSpecialRooms } from "../build-special-rooms/form";
import { form as buildSports } from "../build-sports/form";
import { form as buyEquipment } from "../buy-equipment/form";
import { form as certifyTeachers } from "../certify-teachers/form";
import { form as classCap } from "../class-cap/form";
import { form as closeSchool } from "../close-school/form";
import { form as convertSports } from "../convert-sports/form";
import { form as countyFact } from "../county-fact/form";
import { form as declare } from "../declare/form";
import { form as equipMultimedia } from "../equip-multimedia/form";
import type { LeverForm } from "../fields";
import { form as hireTeachers } from "../hire-teachers/form";
import { form as itinerantTeachers } from "../itinerant-teachers/form";
import type { LeverType } from "../kinds";
import { form as leaseVenue } from "../lease-venue/form";
import { form as openSchool } from "../open-school/form";
import { form as publicFunds } from "../public-funds/form";
import { form as rezone } from "../rezone/form";
import { form as rotateTeachers } from "../rotate-teachers/form";
import { form as rotationQuota } from "../rotation-quota/form";
import { form as schoolFindings } from "../school-findings/form";
import { form as specialFunds } from "../special-funds/form";
import { form as teacherPay } from "../teacher-pay/form";
import { form as train360 } from "../train-360/form";
import { form as trainBackbone } from "../train-backbone/form";
import { form as trainingFunds } from "../training-funds/form";
import { form as transferEquipment } from "../transfer-equipment/form";
import { form as upgradeEducation } from "../upgrade-education/form";
import { form as writeOff } from "../write-off/form";

/** What a planner enters of each kind of lever. */
export const leverForms: Readonly<Record<LeverType, LeverForm>> = {
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
