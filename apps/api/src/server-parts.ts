import { addBankNotifications } from './features/billing/bank-notifications.route.ts'
import { addBillingDocuments } from './features/billing/billing-documents.route.ts'
import { addCertificates } from './features/certificate/certificate.route.ts'
import { addInspectionDocuments } from './features/declaration/inspection.routes.ts'
import { addParameterExports } from './features/policy/parameter-exports.route.ts'
import { addStatementUpload } from './features/reconciliation/statement-upload.route.ts'
import { addRosterRoutes } from './features/roster/roster.routes.ts'
import { findViewer } from './features/session/session.repository.ts'
import { refuseForeignOrigin } from './features/session/refuse-foreign-origin.ts'
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
