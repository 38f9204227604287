export { createProvinceService } from "./service";
