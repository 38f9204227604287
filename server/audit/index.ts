export { createAuditService } from "./service";
