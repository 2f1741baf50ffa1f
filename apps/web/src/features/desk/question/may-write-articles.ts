import type { SignedInViewer } from '../../../shared/lib/viewer-context.tsx'

/** Articles are written by who reviews. */
export const mayWriteArticles = (role: SignedInViewer['roles'][number]) => role === 'HEAD' || role === 'REVIEWER'
