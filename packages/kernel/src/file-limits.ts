/** What one paper may be, and how many go with one step: said by the page, held by the office [PD]. */
export const FILE_LIMITS = {
  /** Of one file. */
  bytes: 10 * 1024 * 1024,
  /** Files of one step, by whoever has an account. */
  ofStep: 20,
  /** Files of one sending of an application, by a visitor without an account. */
  ofVisitor: 12,
} as const
