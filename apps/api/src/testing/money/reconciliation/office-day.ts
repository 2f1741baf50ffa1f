import { assessDeclaration } from '../../../features/money/assessment/assess-declaration.ts'
import { confirmClaim, declineClaim } from '../../../features/money/reconciliation/confirm-reversal.ts'
import { importStatement } from '../../../features/money/reconciliation/import-statement.ts'
import type { ImportOutcome } from '../../../features/money/reconciliation/import-outcome.ts'
import { itemCase } from '../../../features/money/reconciliation/item-case.ts'
import { listItems } from '../../../features/money/reconciliation/item-view.repository.ts'
import type { ItemRow } from '../../../features/money/reconciliation/item-view.repository.ts'
import { releaseStatement } from '../../../features/money/reconciliation/release-statement.ts'
import { resolveItem } from '../../../features/money/reconciliation/resolve-item.ts'
import type { StatementOrigin } from '../../../features/money/reconciliation/statement-codes.ts'
import { listCurrentStatements } from '../../../features/money/reconciliation/statement.repository.ts'
import { takeBackDecision } from '../../../features/money/reconciliation/take-back-decision.ts'
import { undoStatement } from '../../../features/money/reconciliation/undo-statement.ts'
import { orStale, readMark } from '../../../case/case-mark.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import { staffViewer } from '../../ask.ts'
import { markNow } from '../../mark-now.ts'
import { someCompleteDeclaration } from '../../complete-declaration.ts'
import { addEmployer } from '../payment/billing-fixture.ts'
import type { BillingFixture } from '../payment/billing-fixture.ts'

/** Three people are an office: what they do with files and items of a day, as they would from their screens. */
export function createDesk(fixture: BillingFixture) {
  const { platform } = fixture
  const { prisma } = platform.database
  const [officer, reviewer, head] = [staffViewer(['OFFICER']), staffViewer(['REVIEWER']), staffViewer(['HEAD'])]
  type Person = typeof officer
  const statementOf = async (day: string) =>
    (await listCurrentStatements(platform, [day])).find(({ source }) => source === 'BANK')
  const itemsOf = (day: string): Promise<ItemRow[]> =>
    listItems(platform, day, { outcomes: null, openOnly: false, after: undefined, limit: 100 })
  const markFor = async (id: string) =>
    readMark(await markNow(platform, itemCase, id)) ?? { state: 'FOUND', sequence: 0 }
  return {
    officer,
    reviewer,
    head,
    statementOf,
    itemsOf,
    markFor,
    async bill(wages: readonly number[] = [1_000_000]) {
      const employer = await addEmployer(platform, wages)
      const complete = someCompleteDeclaration()
      const assessed = await assessDeclaration(platform, { declarationId: employer.declarationId, complete })
      const noticeId = assessed?.noticeId ?? ''
      const { number } = await prisma.paymentNotice.findUniqueOrThrow({ where: { id: noticeId } })
      const { name, registrationNo } = await prisma.employer.findUniqueOrThrow({ where: { id: employer.employerId } })
      return { ...employer, noticeId, number, name, registrationNo }
    },
    bring: (text: string, by: Person = officer, how: StatementOrigin = 'BROUGHT'): Promise<ImportOutcome> =>
      importStatement(platform, {
        bytes: new TextEncoder().encode(text),
        fileName: 'bank.csv',
        how,
        viewer: by,
        origin: 'test',
      }),
    async release(day: string, by: Person, decidedOn?: CaseMark) {
      const statement = await statementOf(day)
      return orStale(releaseStatement(platform, by, { id: statement?.id ?? '', decidedOn }, 'test'))
    },
    async undo(day: string, by: Person, reason = '银行更正了文件') {
      const statement = await statementOf(day)
      return undoStatement(platform, by, { id: statement?.id ?? '', reason }, 'test')
    },
    async claim(
      itemId: string,
      employerId: string,
      by: Person,
      more: { asOtherPayer?: boolean; files?: string[] } = {},
    ) {
      const decidedOn = await markFor(itemId)
      return resolveItem(platform, by, {
        itemId,
        resolution: 'ASSIGN',
        note: '电话核实',
        employerId,
        decidedOn,
        ...more,
      })
    },
    confirmClaim: async (itemId: string, by: Person) =>
      confirmClaim(platform, by, { itemId, decidedOn: await markFor(itemId) }),
    declineClaim: async (itemId: string, by: Person) =>
      declineClaim(platform, by, { itemId, decidedOn: await markFor(itemId) }),
    takeBack: async (itemId: string, by: Person) =>
      takeBackDecision(platform, by, { itemId, reason: '认领有误', decidedOn: await markFor(itemId) }),
  }
}
