export { canonicalDataset } from "./canonical";
export { checkDataset } from "./checks";
export { findDataset, loadDataset, newestDataset, type StoredDataset, storeDataset } from "./repository";
export { createStatisticsService, type ParseUpload } from "./service";
export { createUploadParser } from "./upload-parser";
export { cellAddress } from "./workbook/layout";
export { type ParsedWorkbook, parseCountyWorkbook, readUpload } from "./workbook/read";
export { writeCountyWorkbook } from "./workbook/write";
