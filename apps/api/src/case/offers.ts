import { offersOf } from '@shebao/case'
import type { Offer } from '@shebao/case'
import { may } from '../access/permissions.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findTakers } from './case-event.repository.ts'
import type { Lifecycle } from './lifecycle.ts'
import { ofOwnDistrict } from './require-own-district.ts'

/** What a case offers this viewer now, and whom four eyes keep from each step: for the screen, by the table that will decide. */
export async function offersFor<Row, State extends string, Event extends string, Guard extends string, Facts, Problem>(
  platform: Platform,
  lifecycle: Lifecycle<Row, State, Event, Guard, Facts, Problem>,
  viewer: Viewer,
  row: Row,
): Promise<readonly Offer<Event>[]> {
  const { table } = lifecycle
  const [state, owner] = [lifecycle.state(row), lifecycle.owner(row)]
  const asked = table.steps.flatMap(({ from, otherThan = [] }) => (from.includes(state) ? otherThan : []))
  const key = { lifecycle: table.lifecycle, id: lifecycle.id(row) }
  const takers = lifecycle.takers
    ? await lifecycle.takers(platform, row)
    : await findTakers(platform, key, asked, lifecycle.revision?.(row) ?? 0)
  const here = viewer.kind !== 'STAFF' || (await ofOwnDistrict(platform, [viewer], owner)).length > 0
  return offersOf(table, state, takers, { account: viewer.accountId, may: (who) => here && may(viewer, who, owner) })
}
