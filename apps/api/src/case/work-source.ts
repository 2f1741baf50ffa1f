import type { Permission } from '../access/permissions.ts'

/**
 * Where the cases of a lifecycle wait: a SELECT over the feature's own tables, one row a case that waits for somebody. In this
 * order: case id, state, revision, number, employer, whom or what it is about (masked), waiting since, to be done by, amount in
 * fen, how many people or things, the events that wait (in the order in which they are offered; nothing for the first one of the
 * table that staff take), and who took which event, as the case itself says it. `$1` is today and `$2` the moment.
 */
export interface WorkSource {
  /** Who sees what waits. */
  readonly see: Permission
  readonly waiting: string
  /** The cases are about people: `waiting` ends with whose each is, or nothing. */
  readonly ofPerson?: true
}
