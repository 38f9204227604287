import * as buildClassrooms from "../build-classrooms/zh-CN";
import * as buildSpecialRooms from "../build-special-rooms/zh-CN";
import * as buildSports from "../build-sports/zh-CN";
import * as buyEquipment from "../buy-equipment/zh-CN";
import * as certifyTeachers from "../certify-teachers/zh-CN";
import * as classCap from "../class-cap/zh-CN";
import * as closeSchool from "../close-school/zh-CN";
import * as convertSports from "../convert-sports/zh-CN";
import * as countyFact from "../county-fact/zh-CN";
import * as declare from "../declare/zh-CN";
import * as equipMultimedia from "../equip-multimedia/zh-CN";
import * as hireTeachers from "../hire-teachers/zh-CN";
import * as itinerantTeachers from "../itinerant-teachers/zh-CN";
import * as leaseVenue from "../lease-venue/zh-CN";
import * as openSchool from "../open-school/zh-CN";
import * as publicFunds from "../public-funds/zh-CN";
import * as rezone from "../rezone/zh-CN";
import * as rotateTeachers from "../rotate-teachers/zh-CN";
import * as rotationQuota from "../rotation-quota/zh-CN";
import * as schoolFindings from "../school-findings/zh-CN";
import * as specialFunds from "../special-funds/zh-CN";
import * as teacherPay from "../teacher-pay/zh-CN";
import * as train360 from "../train-360/zh-CN";
import * as trainBackbone from "../train-backbone/zh-CN";
import * as trainingFunds from "../training-funds/zh-CN";
import * as transferEquipment from "../transfer-equipment/zh-CN";
import * as upgradeEducation from "../upgrade-education/zh-CN";
import * as writeOff from "../write-off/zh-CN";

/** What the levers are called. */
export const names = {
  build_classrooms: buildClassrooms.name,
  build_sports: buildSports.name,
  convert_sports: convertSports.name,
  lease_venue: leaseVenue.name,
  build_special_rooms: buildSpecialRooms.name,
  buy_equipment: buyEquipment.name,
  equip_multimedia: equipMultimedia.name,
  write_off: writeOff.name,
  transfer_equipment: transferEquipment.name,
  hire_teachers: hireTeachers.name,
  upgrade_education: upgradeEducation.name,
  train_backbone: trainBackbone.name,
  train_360: train360.name,
  certify_teachers: certifyTeachers.name,
  rotate_teachers: rotateTeachers.name,
  rotation_quota: rotationQuota.name,
  itinerant_teachers: itinerantTeachers.name,
  close_school: closeSchool.name,
  open_school: openSchool.name,
  rezone: rezone.name,
  class_cap: classCap.name,
  public_funds: publicFunds.name,
  training_funds: trainingFunds.name,
  special_funds: specialFunds.name,
  teacher_pay: teacherPay.name,
  county_fact: countyFact.name,
  declare: declare.name,
  school_findings: schoolFindings.name,
};

/** What they do, in plain words. */
export const sentences = {
  build_classrooms: buildClassrooms.sentences,
  build_sports: buildSports.sentences,
  convert_sports: convertSports.sentences,
  lease_venue: leaseVenue.sentences,
  build_special_rooms: buildSpecialRooms.sentences,
  buy_equipment: buyEquipment.sentences,
  equip_multimedia: equipMultimedia.sentences,
  write_off: writeOff.sentences,
  transfer_equipment: transferEquipment.sentences,
  hire_teachers: hireTeachers.sentences,
  upgrade_education: upgradeEducation.sentences,
  train_backbone: trainBackbone.sentences,
  train_360: train360.sentences,
  certify_teachers: certifyTeachers.sentences,
  rotate_teachers: rotateTeachers.sentences,
  rotation_quota: rotationQuota.sentences,
  itinerant_teachers: itinerantTeachers.sentences,
  close_school: closeSchool.sentences,
  open_school: openSchool.sentences,
  rezone: rezone.sentences,
  class_cap: classCap.sentences,
  public_funds: publicFunds.sentences,
  training_funds: trainingFunds.sentences,
  special_funds: specialFunds.sentences,
  teacher_pay: teacherPay.sentences,
  county_fact: countyFact.sentences,
  declare: declare.sentences,
  school_findings: schoolFindings.sentences,
};
