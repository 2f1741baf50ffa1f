import { beforeComplete, findViewer, homePath, signInPath, type ViewerKind } from '../features/office/session/index.ts'
import type { Guard } from '../shared/routing/navigation.ts'
import { client } from './client.ts'
import { staffStart } from './staff-start.ts'

/** Lets only the given kind of account into a frame; others are led to sign in and come back afterwards. */
function only(kind: ViewerKind): Guard {
  return async ({ pathname, search }) => {
    const viewer = await findViewer(client)
    if (viewer?.kind !== kind) return `${signInPath(kind)}?next=${encodeURIComponent(pathname + search)}`
    const onward = beforeComplete(viewer.stage)
    if (onward) return onward
    const start = kind === 'STAFF' ? staffStart(viewer.roles) : pathname
    return pathname === homePath('STAFF') && start !== pathname ? start : null
  }
}

export const employerOnly = only('EMPLOYER')
export const insuredOnly = only('INSURED')
export const staffOnly = only('STAFF')
export const partnerOnly = only('PARTNER')
