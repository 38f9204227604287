/** Stands for the run machinery itself where a transaction names its user: no account has this id. */
export const systemUserId = "00000000-0000-0000-0000-000000000000";
