import { z } from "zod";
import * as buildClassrooms from "../build-classrooms/schema";
import * as buildSpecialRooms from "../build-special-rooms/schema";
import * as buildSports from "../build-sports/schema";
import * as buyEquipment from "../buy-equipment/schema";
import * as certifyTeachers from "../certify-teachers/schema";
import * as classCap from "../class-cap/schema";
import * as closeSchool from "../close-school/schema";
import * as convertSports from "../convert-sports/schema";
import * as countyFact from "../county-fact/schema";
import * as declare from "../declare/schema";
import * as equipMultimedia from "../equip-multimedia/schema";
import * as hireTeachers from "../hire-teachers/schema";
import * as itinerantTeachers from "../itinerant-teachers/schema";
import * as leaseVenue from "../lease-venue/schema";
import * as openSchool from "../open-school/schema";
import * as publicFunds from "../public-funds/schema";
import * as rezone from "../rezone/schema";
import * as rotateTeachers from "../rotate-teachers/schema";
import * as rotationQuota from "../rotation-quota/schema";
import * as schoolFindings from "../school-findings/schema";
import * as specialFunds from "../special-funds/schema";
import * as teacherPay from "../teacher-pay/schema";
import * as train360 from "../train-360/schema";
import * as trainBackbone from "../train-backbone/schema";
import * as trainingFunds from "../training-funds/schema";
import * as transferEquipment from "../transfer-equipment/schema";
import * as upgradeEducation from "../upgrade-education/schema";
import * as writeOff from "../write-off/schema";

export const leverSchema = z.discriminatedUnion("type", [
  buildClassrooms.schema,
  buildSports.schema,
  convertSports.schema,
  leaseVenue.schema,
  buildSpecialRooms.schema,
  buyEquipment.schema,
  equipMultimedia.schema,
  writeOff.schema,
  transferEquipment.schema,
  hireTeachers.schema,
  upgradeEducation.schema,
  trainBackbone.schema,
  train360.schema,
  certifyTeachers.schema,
  rotateTeachers.schema,
  rotationQuota.schema,
  itinerantTeachers.schema,
  closeSchool.schema,
  openSchool.schema,
  rezone.schema,
  classCap.schema,
  publicFunds.schema,
  trainingFunds.schema,
  specialFunds.schema,
  teacherPay.schema,
  countyFact.schema,
  declare.schema,
  schoolFindings.schema,
]);

/** Keys of the plain sentences about levers, under `planning.levers.`. */
export const leverSummaryKeys = [
  ...buildClassrooms.sentenceKeys,
  ...buildSports.sentenceKeys,
  ...convertSports.sentenceKeys,
  ...leaseVenue.sentenceKeys,
  ...buildSpecialRooms.sentenceKeys,
  ...buyEquipment.sentenceKeys,
  ...equipMultimedia.sentenceKeys,
  ...writeOff.sentenceKeys,
  ...transferEquipment.sentenceKeys,
  ...hireTeachers.sentenceKeys,
  ...upgradeEducation.sentenceKeys,
  ...trainBackbone.sentenceKeys,
  ...train360.sentenceKeys,
  ...certifyTeachers.sentenceKeys,
  ...rotateTeachers.sentenceKeys,
  ...rotationQuota.sentenceKeys,
  ...itinerantTeachers.sentenceKeys,
  ...closeSchool.sentenceKeys,
  ...openSchool.sentenceKeys,
  ...rezone.sentenceKeys,
  ...classCap.sentenceKeys,
  ...publicFunds.sentenceKeys,
  ...trainingFunds.sentenceKeys,
  ...specialFunds.sentenceKeys,
  ...teacherPay.sentenceKeys,
  ...countyFact.sentenceKeys,
  ...declare.sentenceKeys,
  ...schoolFindings.sentenceKeys,
] as const;
