export { canonicalDataset } from "./canonical";
export { checkDataset } from "./checks";
export { createEntryService } from "./entry-service";
export { findDataset, listDatasets, loadDataset, newestDataset, type StoredDataset, storeDataset } from "./repository";
export { createStatisticsService } from "./service";
export { createUploadParser, type UploadParser } from "./upload-parser";
export { cellAddress, countyCellAddress, countySourceKey } from "./workbook/layout";
export { type ParsedWorkbook, parseCountyWorkbook, readUpload } from "./workbook/read";
export { writeCountyWorkbook } from "./workbook/write";
