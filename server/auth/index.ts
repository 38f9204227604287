export { createAccount, createAdministrator, createOrganisation, type NewAccount } from "./organisations";
export { createAuthService } from "./service";
export { createThrottle } from "./throttle";
