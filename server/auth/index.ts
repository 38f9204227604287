export { createAccount, createAdministrator, createOrganisation } from "./organisations";
export { createAuthService } from "./service";
export { createThrottle } from "./throttle";
