import { addBankNotifications, addBillingDocuments } from './features/billing/index.ts'
import { addCertificates } from './features/certificate/index.ts'
import { addInspectionDocuments } from './features/declaration/inspection.routes.ts'
import { addParameterExports } from './features/policy/parameter-exports.route.ts'
import { addStatementUpload } from './features/reconciliation/index.ts'
import { addRosterRoutes } from './features/roster/roster.routes.ts'
import { findViewer, refuseForeignOrigin } from './features/session/index.ts'
import type { ServerParts } from './server.ts'

/** Where the features meet the server: who a session belongs to, and what answers outside GraphQL. */
export const serverParts: ServerParts = {
  findViewer,
  // The guard against foreign origins comes first: it is a hook for all that follow.
  routes: [
    refuseForeignOrigin,
    addRosterRoutes,
    addBankNotifications,
    addBillingDocuments,
    addCertificates,
    addInspectionDocuments,
    addParameterExports,
    addStatementUpload,
  ],
}
