import { addBankNotifications } from './features/money/payment/bank-notifications.route.ts'
import { addBillingDocuments } from './features/money/payment/papers.route.ts'
import { addCertificates } from './features/desk/certificate/certificate.route.ts'
import { addInspectionDocuments } from './features/filing/inspection/inspection.routes.ts'
import { addParameterExports } from './features/money/policy/parameter-exports.route.ts'
import { addStatementUpload } from './features/money/reconciliation/statement-upload.route.ts'
import { addRosterRoutes } from './features/filing/comparison/roster.routes.ts'
import { findViewer } from './features/office/session/session.repository.ts'
import { refuseForeignOrigin } from './features/office/session/refuse-foreign-origin.ts'
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
