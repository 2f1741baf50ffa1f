import { addBankNotifications, addBillingDocuments } from './features/money/payment/index.ts'
import { watchAlerts } from './features/office/alert/index.ts'
import { addAuditFiles } from './features/office/audit/index.ts'
import { addStatisticFiles } from './features/desk/statistics/index.ts'
import { addExceptionFiles } from './features/money/waiver/index.ts'
import { addEmployerFiles } from './features/desk/employers/index.ts'
import { addCertificates } from './features/desk/certificate/index.ts'
import { addTransferPapers } from './features/desk/transfer/index.ts'
import { addRightsStatements } from './features/desk/rights/index.ts'
import { addQuestionTransfers } from './features/desk/question/index.ts'
import { addBankReplies, addCourtFiles, addEnforcementPapers } from './features/money/enforcement/index.ts'
import { addHotline } from './features/desk/hotline/index.ts'
import { addDeadlines } from './features/desk/deadline/index.ts'
import { addInspectionDocuments } from './features/filing/inspection/index.ts'
import { addMonthlyDocuments } from './features/filing/monthly/index.ts'
import { addPaperFiles } from './features/desk/papers/index.ts'
import { addCoverSheets } from './features/filing/paper-copy/index.ts'
import { addParameterExports } from './features/money/policy/index.ts'
import { checkBilling } from './fitness/check-billing.ts'
import { addHealth } from './http/health.route.ts'
import { addStatementUpload } from './features/money/reconciliation/index.ts'
import { addRegistrationFiles } from './features/register/registration/index.ts'
import { addAttachments } from './features/register/attachment/index.ts'
import { addImportRoutes } from './features/desk/intake/index.ts'
import { addRosterRoutes } from './features/filing/comparison/index.ts'
import { addEmployerLetters } from './features/office/accounts/index.ts'
import { findTokenViewer } from './features/office/access-token/index.ts'
import {
  addCardPasswordLetters,
  findActingClerk,
  findViewer,
  refuseForeignOrigin,
} from './features/office/session/index.ts'
import { addSigningKeys } from './features/register/signing/index.ts'
import { printLetters } from './features/register/paper/index.ts'
import type { ServerParts } from './server.ts'

/** Where the features meet the server: who a session belongs to, and what answers outside GraphQL. */
export const serverParts: ServerParts = {
  findViewer,
  findTokenViewer,
  checks: checkBilling,
  watch: watchAlerts,
  // The guard against foreign origins comes first: it is a hook for all that follow.
  routes: [
    refuseForeignOrigin,
    (app, platform) => addHealth(app, platform, checkBilling),
    addRosterRoutes,
    addAttachments,
    addRegistrationFiles,
    addBankNotifications,
    addBankReplies,
    addSigningKeys,
    addBillingDocuments,
    addCertificates,
    addTransferPapers,
    addRightsStatements,
    addQuestionTransfers,
    addEnforcementPapers,
    addCourtFiles,
    addDeadlines(findActingClerk),
    addPaperFiles,
    addCoverSheets,
    addEmployerFiles,
    addExceptionFiles,
    addStatisticFiles,
    addAuditFiles,
    addInspectionDocuments,
    addMonthlyDocuments,
    addParameterExports,
    addStatementUpload,
    addImportRoutes,
    addHotline,
    addCardPasswordLetters(printLetters),
    addEmployerLetters(printLetters),
  ],
}
