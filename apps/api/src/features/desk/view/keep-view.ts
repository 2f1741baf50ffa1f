import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countViews, deleteRow, findView, findViewNamed, listViews, putView, renameRow } from './view.repository.ts'
import type { ViewPage, ViewRow } from './view.repository.ts'

const nameLength = [1, 40] as const
/** The longest address of a list that its own filters make. */
const longestSearch = 500
/** Of one account on one page [PD]. */
const mostViews = 30

/** What stands behind the path: parameters and nothing else, so that a view leads nowhere but to its list. */
const parameters = /^[^#?\s]*$/

/** NAME_TAKEN: the account has a view of this name on the page. TOO_MANY: it has as many as it may have. */
export const viewRefusals = ['NAME_TAKEN', 'TOO_MANY'] as const
export type ViewOutcome = { kind: 'KEPT'; view: ViewRow } | { kind: 'REFUSED'; reason: (typeof viewRefusals)[number] }

export async function readViews(platform: Platform, asker: Viewer | undefined, page: ViewPage): Promise<ViewRow[]> {
  return listViews(platform, requireMay(asker, 'saved-view:keep').accountId, page)
}

/** Keeps the list as it is filtered now; `replace` lets it take the place of one that has the name. */
export async function saveView(
  platform: Platform,
  asker: Viewer | undefined,
  { page, name: typed, search, replace }: { page: ViewPage; name: string; search: string; replace: boolean },
): Promise<ViewOutcome> {
  const { accountId } = requireMay(asker, 'saved-view:keep')
  const name = requireText('name', typed, nameLength)
  if (search.length > longestSearch || !parameters.test(search))
    throw badInput('search', 'What stands behind the question mark of the list’s address.')
  return platform.database.transaction(async () => {
    const known = await findViewNamed(platform, { accountId, page, name })
    if (known && !replace) return { kind: 'REFUSED', reason: 'NAME_TAKEN' }
    if (!known && (await countViews(platform, accountId, page)) >= mostViews)
      return { kind: 'REFUSED', reason: 'TOO_MANY' }
    return { kind: 'KEPT', view: await putView(platform, { accountId, page, name, search }) }
  })
}

export async function renameView(
  platform: Platform,
  asker: Viewer | undefined,
  { id, name: typed }: { id: string; name: string },
): Promise<ViewOutcome> {
  const { accountId } = requireMay(asker, 'saved-view:keep')
  const name = requireText('name', typed, nameLength)
  return platform.database.transaction(async () => {
    const view = await findView(platform, accountId, requireUuid(id, 'view'))
    if (!view) throw notFound('view')
    const known = await findViewNamed(platform, { ...view, name })
    if (known && known.id !== view.id) return { kind: 'REFUSED', reason: 'NAME_TAKEN' }
    return { kind: 'KEPT', view: await renameRow(platform, view.id, name) }
  })
}

/** Also of one that is gone already: it is gone either way. */
export async function deleteView(platform: Platform, asker: Viewer | undefined, id: string): Promise<boolean> {
  const { accountId } = requireMay(asker, 'saved-view:keep')
  return deleteRow(platform, accountId, requireUuid(id, 'view'))
}
