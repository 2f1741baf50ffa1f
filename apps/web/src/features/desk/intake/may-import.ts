/** Who sees which button; the server decides again. */
export const mayBring = (roles: readonly string[]) =>
  roles.some((role) => ['OFFICER', 'REVIEWER', 'HEAD'].includes(role))
export const mayRelease = (roles: readonly string[]) => roles.some((role) => ['REVIEWER', 'HEAD'].includes(role))
