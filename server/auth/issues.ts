/** Catalogue keys of the complaints that forms about accounts can show beside a field. */
export const accountIssues = {
  passwordTooShort: "account.issues.password_too_short",
  passwordTooCommon: "account.issues.password_too_common",
  passwordWrong: "account.issues.password_wrong",
  alreadyMember: "account.issues.already_member",
  roleNotOffered: "account.issues.role_not_offered",
  lastAdministrator: "account.issues.last_administrator",
} as const;
