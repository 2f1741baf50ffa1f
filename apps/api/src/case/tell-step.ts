import { isOneOf } from '@shebao/kernel'
import type { Step, Tell } from '@shebao/case'
import type { OwnedRow } from '../access/permissions.ts'
import { staffRoles } from '../access/viewer.ts'
import type { Actor } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { tell } from '../telling/tell.ts'
import type { Recipient, Telling } from '../telling/telling.ts'
import type { Lifecycle } from './lifecycle.ts'

interface Taken<Row> {
  readonly actor: Actor
  readonly row: Row
  readonly event: string
  readonly revision: number
}

/** Whoever the table says is told of a step, in the step's own transaction. A case of nobody's tells nobody. */
export async function tellStep<Row>(
  platform: Platform,
  lifecycle: Pick<Lifecycle<Row, never, never, never, never, never>, 'id' | 'owner' | 'tellings'> & {
    readonly table: { readonly lifecycle: string }
  },
  { tells = [] }: Pick<Step<string, string, string, string>, 'tells'>,
  { actor, row, event, revision }: Taken<Row>,
): Promise<void> {
  const tellings: Telling[] = []
  for (const one of tells) {
    const word = lifecycle.tellings?.[one.of]
    if (!word) throw new Error(`${lifecycle.table.lifecycle} has nothing to say of ${one.of}.`)
    const to = recipientOf(one, lifecycle.owner(row), actor)
    const key = `${lifecycle.table.lifecycle}:${lifecycle.id(row)}:${event}:${revision}`
    if (to) tellings.push({ ...(await word(platform, row)), to, key })
  }
  await tell(platform, tellings)
}

function recipientOf({ to }: Tell, { employerId, individualId }: OwnedRow, actor: Actor): Recipient | undefined {
  if (to === 'EMPLOYER') return employerId ? { employerId } : undefined
  if (to === 'PERSON') return individualId ? { individualId } : undefined
  const roles = to.filter((role) => isOneOf(staffRoles, role))
  return { roles, ...(actor.kind === 'SYSTEM' ? {} : { except: actor.accountId }) }
}
