import { findViewer, refuseForeignOrigin } from './features/session/index.ts'
import type { ServerParts } from './server.ts'

/** Where the features meet the server: who a session belongs to, and what answers outside GraphQL. */
export const serverParts: ServerParts = {
  findViewer,
  routes: [refuseForeignOrigin],
}
