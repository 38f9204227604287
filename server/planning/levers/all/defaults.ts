import type { DefaultSource, LeverDefaults } from "../../contract";
import * as buildClassrooms from "../build-classrooms/defaults";
import * as buildSpecialRooms from "../build-special-rooms/defaults";
import * as buildSports from "../build-sports/defaults";
import * as buyEquipment from "../buy-equipment/defaults";
import * as certifyTeachers from "../certify-teachers/defaults";
import * as classCap from "../class-cap/defaults";
import * as closeSchool from "../close-school/defaults";
import * as convertSports from "../convert-sports/defaults";
import * as countyFact from "../county-fact/defaults";
import * as declare from "../declare/defaults";
import * as equipMultimedia from "../equip-multimedia/defaults";
import * as hireTeachers from "../hire-teachers/defaults";
import * as itinerantTeachers from "../itinerant-teachers/defaults";
import type { LeverType } from "../kinds";
import * as leaseVenue from "../lease-venue/defaults";
import * as openSchool from "../open-school/defaults";
import * as publicFunds from "../public-funds/defaults";
import * as rezone from "../rezone/defaults";
import * as rotateTeachers from "../rotate-teachers/defaults";
import * as rotationQuota from "../rotation-quota/defaults";
import * as schoolFindings from "../school-findings/defaults";
import * as specialFunds from "../special-funds/defaults";
import * as teacherPay from "../teacher-pay/defaults";
import * as train360 from "../train-360/defaults";
import * as trainBackbone from "../train-backbone/defaults";
import * as trainingFunds from "../training-funds/defaults";
import * as transferEquipment from "../transfer-equipment/defaults";
import * as upgradeEducation from "../upgrade-education/defaults";
import * as writeOff from "../write-off/defaults";

/** Figures that a new lever starts with. */
export const leverDefaults: LeverDefaults = {
  build_classrooms: buildClassrooms.defaults,
  build_sports: buildSports.defaults,
  convert_sports: convertSports.defaults,
  lease_venue: leaseVenue.defaults,
  build_special_rooms: buildSpecialRooms.defaults,
  buy_equipment: buyEquipment.defaults,
  equip_multimedia: equipMultimedia.defaults,
  write_off: writeOff.defaults,
  transfer_equipment: transferEquipment.defaults,
  hire_teachers: hireTeachers.defaults,
  upgrade_education: upgradeEducation.defaults,
  train_backbone: trainBackbone.defaults,
  train_360: train360.defaults,
  certify_teachers: certifyTeachers.defaults,
  rotate_teachers: rotateTeachers.defaults,
  rotation_quota: rotationQuota.defaults,
  itinerant_teachers: itinerantTeachers.defaults,
  close_school: closeSchool.defaults,
  open_school: openSchool.defaults,
  rezone: rezone.defaults,
  class_cap: classCap.defaults,
  public_funds: publicFunds.defaults,
  training_funds: trainingFunds.defaults,
  special_funds: specialFunds.defaults,
  teacher_pay: teacherPay.defaults,
  county_fact: countyFact.defaults,
  declare: declare.defaults,
  school_findings: schoolFindings.defaults,
};

/** Where each of `leverDefaults` comes from. */
export const leverSources: Readonly<Record<LeverType, readonly DefaultSource[]>> = {
  build_classrooms: buildClassrooms.sources,
  build_sports: buildSports.sources,
  convert_sports: convertSports.sources,
  lease_venue: leaseVenue.sources,
  build_special_rooms: buildSpecialRooms.sources,
  buy_equipment: buyEquipment.sources,
  equip_multimedia: equipMultimedia.sources,
  write_off: writeOff.sources,
  transfer_equipment: transferEquipment.sources,
  hire_teachers: hireTeachers.sources,
  upgrade_education: upgradeEducation.sources,
  train_backbone: trainBackbone.sources,
  train_360: train360.sources,
  certify_teachers: certifyTeachers.sources,
  rotate_teachers: rotateTeachers.sources,
  rotation_quota: rotationQuota.sources,
  itinerant_teachers: itinerantTeachers.sources,
  close_school: closeSchool.sources,
  open_school: openSchool.sources,
  rezone: rezone.sources,
  class_cap: classCap.sources,
  public_funds: publicFunds.sources,
  training_funds: trainingFunds.sources,
  special_funds: specialFunds.sources,
  teacher_pay: teacherPay.sources,
  county_fact: countyFact.sources,
  declare: declare.sources,
  school_findings: schoolFindings.sources,
};
