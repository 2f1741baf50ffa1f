import type { StatusTable } from '@shebao/case'
import { hotlineScriptCase } from './features/desk/hotline-script/index.ts'
import { printRunCase } from './features/desk/papers/index.ts'
import { questionCase } from './features/desk/question/index.ts'
import { relationTransferCase } from './features/desk/transfer/index.ts'
import { reportCase } from './features/desk/report/index.ts'
import { workRuleCase } from './features/desk/work-rule/index.ts'
import { importCase } from './features/desk/intake/index.ts'
import { cancellationCase } from './features/filing/cancellation/index.ts'
import { confirmationCase } from './features/filing/confirmation/index.ts'
import { declarationCase } from './features/filing/declaration/index.ts'
import { monthlyCase } from './features/filing/monthly/index.ts'
import { paperCopyCase } from './features/filing/paper-copy/index.ts'
import { deemedAssessmentCase } from './features/filing/undeclared/index.ts'
import { agreementCase } from './features/money/agreement/index.ts'
import { backPaymentCase } from './features/money/back-payment/index.ts'
import { proposalCase } from './features/money/policy/index.ts'
import { enforcementCase } from './features/money/enforcement/index.ts'
import { fineCase } from './features/money/fine/index.ts'
import { dayCase, itemCase, statementCase } from './features/money/reconciliation/index.ts'
import { refundCase } from './features/money/refund/index.ts'
import { runCase } from './features/money/run/index.ts'
import { employerLockCase } from './features/money/employer-lock/index.ts'
import { waiverCase } from './features/money/waiver/index.ts'
import { writeOffCase } from './features/money/write-off/index.ts'
import { cardBankCase, cardCase } from './features/register/card/index.ts'
import { figureChangeCase } from './features/register/figure/index.ts'
import { paperTemplateCase } from './features/register/paper-template/index.ts'
import { payeeChangeCase } from './features/register/office/index.ts'
import { onlineFilingCase } from './features/register/online-filing/index.ts'
import { registrationCase } from './features/register/registration/index.ts'
import { particularsChangeCase } from './features/register/particulars-change/index.ts'
import { mandateCase } from './features/office/mandate/index.ts'
import { cardPasswordCase } from './features/office/session/index.ts'
import type { Permission } from './access/permissions.ts'
import type { WorkSource } from './case/work-source.ts'

/** Every lifecycle there is: what is printed, and what the one test walks. A new one is one more line here. */
export const lifecycles: readonly {
  readonly table: StatusTable<string, string, Permission, string>
  readonly work?: WorkSource
  readonly guards: Readonly<Record<string, unknown>>
  readonly tellings?: Readonly<Record<string, unknown>>
}[] = [
  declarationCase,
  monthlyCase,
  deemedAssessmentCase,
  confirmationCase,
  refundCase,
  backPaymentCase,
  writeOffCase,
  waiverCase,
  employerLockCase,
  enforcementCase,
  fineCase,
  proposalCase,
  cardPasswordCase,
  cardCase,
  cardBankCase,
  agreementCase,
  mandateCase,
  particularsChangeCase,
  payeeChangeCase,
  figureChangeCase,
  paperTemplateCase,
  hotlineScriptCase,
  workRuleCase,
  onlineFilingCase,
  registrationCase,
  cancellationCase,
  questionCase,
  relationTransferCase,
  runCase,
  dayCase,
  statementCase,
  itemCase,
  importCase,
  reportCase,
  printRunCase,
  paperCopyCase,
]

/** Those whose cases wait for staff: what `My work` is made of. */
export const waitingLifecycles = lifecycles.flatMap(({ table, work }) => (work ? [{ table, work }] : []))
