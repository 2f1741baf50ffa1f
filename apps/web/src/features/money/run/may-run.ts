/** Who may start, pause and retry; the server decides again. */
export const mayRun = (roles: readonly string[]) => roles.includes('OFFICER') || roles.includes('HEAD')
