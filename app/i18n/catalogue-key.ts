/** Services name texts with dots only (`account.issues.x`): the first part is the namespace. */
export const catalogueKey = (message: string): string => (message.includes(":") ? message : message.replace(".", ":"));
