import { redirect, type LoaderFunctionArgs } from 'react-router'
import { beforeComplete, findViewer, homePath, signInPath, type ViewerKind } from '../features/office/session/index.ts'
import { apolloClient } from './apollo-client.ts'
import { staffStart } from './staff-start.ts'

/** Lets only the given kind of account into a frame; others are led to sign in and come back afterwards. */
function only(kind: ViewerKind) {
  return async ({ request }: LoaderFunctionArgs) => {
    const { pathname, search } = new URL(request.url)
    const viewer = await findViewer(apolloClient)
    if (viewer?.kind !== kind) throw redirect(`${signInPath(kind)}?next=${encodeURIComponent(pathname + search)}`)
    const onward = beforeComplete(viewer.stage)
    if (onward) throw redirect(onward)
    const start = kind === 'STAFF' ? staffStart(viewer.roles) : pathname
    if (pathname === homePath('STAFF') && start !== pathname) throw redirect(start)
    return null
  }
}

export const employerOnly = only('EMPLOYER')
export const insuredOnly = only('INSURED')
export const staffOnly = only('STAFF')
export const partnerOnly = only('PARTNER')
