import { redirect, type LoaderFunctionArgs } from 'react-router'
import { findViewer, signInPath, type ViewerKind } from '../features/office/session/index.ts'
import { apolloClient } from './apollo-client.ts'

/** Lets only the given kind of account into a frame; others are led to sign in and come back afterwards. */
function only(kind: ViewerKind) {
  return async ({ request }: LoaderFunctionArgs) => {
    const { pathname, search } = new URL(request.url)
    const viewer = await findViewer(apolloClient)
    if (viewer?.kind !== kind) throw redirect(`${signInPath(kind)}?next=${encodeURIComponent(pathname + search)}`)
    if (viewer.stage === 'MUST_CHANGE_PASSWORD') throw redirect('/first-password')
    return null
  }
}

export const employerOnly = only('EMPLOYER')
export const insuredOnly = only('INSURED')
export const staffOnly = only('STAFF')
