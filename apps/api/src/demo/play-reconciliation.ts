import {
  bankStatement,
  buildCamt053,
  buildTreasuryCsv,
  leaveHistory,
  treasuryList,
} from '@shebao/sandbox-bank/statement'
import { closeDay, importStatement, readItems, resolveItem } from '../features/money/reconciliation/index.ts'
import { findPayee } from '../features/register/office/index.ts'
import type { Platform } from '../platform/platform.ts'
import { sandboxBankFolder } from '../platform/sandbox-bank.ts'
import { makeBankHistory } from './bank-history.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'

/**
 * Reconciles the last working days on which money came: the files that the bank serves of them are taken in as those of any
 * day. Each outcome is there; one day is closed, by somebody who decided nothing in it. The bank is told of the whole past,
 * so that it says the same when it is asked.
 */
export async function playReconciliation(platform: Platform): Promise<void> {
  const { history, played } = await makeBankHistory(platform)
  const account = await findPayee(platform)
  for (const { day } of played) {
    await takeIn(platform, `camt053-${day}.xml`, buildCamt053(bankStatement(account, history, day)))
    await takeIn(platform, `treasury-${day}.csv`, buildTreasuryCsv(treasuryList(account, history, day)))
  }
  for (const { day, closed } of played) if (closed) await decideAndClose(platform, day)
  // Before the office is committed: there is none whose past its bank does not know.
  leaveHistory(sandboxBankFolder(platform.environment), history)
}

async function takeIn(platform: Platform, fileName: string, text: string): Promise<void> {
  const outcome = await importStatement(platform, {
    bytes: Buffer.from(text),
    fileName,
    how: 'FETCHED',
    origin,
  })
  if (outcome.kind !== 'IMPORTED') throw new Error(`The demo's ${fileName} was not taken in (${outcome.kind}).`)
}

/** The officer claims what an employer sent for that employer and sends back what nobody claims; the head closes. */
async function decideAndClose(platform: Platform, day: string): Promise<void> {
  const [officer, head] = [
    await findDemoViewer(platform, { staffNo: 'S1001' }),
    await findDemoViewer(platform, { staffNo: 'S1003' }),
  ]
  for (const { id, payerName } of await readItems(platform, officer, day, { openOnly: true })) {
    const employerId = payerName === null ? undefined : await findEmployerNamed(platform, payerName)
    const decision = employerId
      ? { resolution: 'ASSIGN' as const, employerId, note: '付款户名与登记一致，系该单位缴费。' }
      : { resolution: 'RETURN_TO_PAYER' as const, note: '付款人来电说明系误付，要求退回。' }
    const decidedOn = { state: 'FOUND', sequence: 0 }
    const decided = await resolveItem(platform, officer, { itemId: id, decidedOn, ...decision })
    if (decided.kind !== 'RESOLVED') throw new Error(`An item of ${day} was not decided (${decided.reason}).`)
  }
  const outcome = await closeDay(platform, head, { id: day })
  if (outcome.kind !== 'CLOSED') throw new Error(`${day} was not closed (${outcome.reason}).`)
}

async function findEmployerNamed({ database }: Platform, name: string): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>({ text: 'SELECT id FROM employer WHERE bank_account_name = $1' }, [
    name,
  ])
  return row?.id
}
