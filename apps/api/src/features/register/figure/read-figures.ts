import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, keysetPage, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { serviceFigureNames } from '../../../platform/service-figures.ts'
import type { ServiceFigureName } from '../../../platform/service-figures.ts'
import { listFigureChanges, listStandingChanges } from './figure-change.repository.ts'
import type { FigureChangeRow } from './figure-change.repository.ts'

export interface StandingFigure {
  name: ServiceFigureName
  /** Nothing: what came with the release holds. */
  inForce: FigureChangeRow | undefined
  later: readonly FigureChangeRow[]
  waiting: FigureChangeRow | undefined
}

/** All of them, as they stand today. */
export async function readFigures(platform: Platform, asker: Viewer | undefined): Promise<StandingFigure[]> {
  requireMay(asker, 'figure:read')
  const today = platform.clock.today()
  const standing = await listStandingChanges(platform, today)
  return serviceFigureNames.map((name) => {
    const own = standing.filter((change) => change.name === name)
    const published = own.filter(({ status }) => status === 'PUBLISHED')
    return {
      name,
      inForce: published.find(({ validFrom }) => validFrom <= today),
      later: published.filter(({ validFrom }) => validFrom > today),
      waiting: own.find(({ status }) => status === 'PROPOSED'),
    }
  })
}

/** Whatever was proposed, newest first. */
export async function readFigureChanges(platform: Platform, asker: Viewer | undefined, args: KeysetArgs) {
  requireMay(asker, 'figure:read')
  const [at, id] = decodeCursor(args, 2) ?? []
  const day = new Date(String(at))
  if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
  const before = at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'change of a service figure') }
  const rows = await listFigureChanges(platform, { before, limit: pageSize(args) + 1 })
  return keysetPage(rows, args, (row) => [row.requestedAt.toISOString(), row.id])
}
