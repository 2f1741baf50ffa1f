import { proveLedger } from '../../features/money/ledger/prove-ledger.ts'
import { checkChain, linkWaiting } from '../../platform/audit-chain.ts'
import type { Platform } from '../../platform/platform.ts'
import type { FaultRequest, Setting } from './requests.ts'

/** A request that was answered, and with what. */
export interface Acknowledged {
  request: FaultRequest
  answer: unknown
}

/** A submission stands with its version, its people, its paper, its event and its entry in the trail, or not at all. */
const halves = `
  SELECT 'version without its people' AS what FROM declaration_version v
    WHERE v.people <> (SELECT count(*) FROM personnel_record p WHERE p.declaration_id = v.declaration_id AND p.version = v.version)
  UNION ALL SELECT 'people without a version' FROM personnel_record p WHERE p.version > 0 AND NOT EXISTS (
    SELECT FROM declaration_version v WHERE v.declaration_id = p.declaration_id AND v.version = p.version)
  UNION ALL SELECT 'version without its paper' FROM declaration_version v WHERE NOT EXISTS (
    SELECT FROM document d WHERE d.subject_id = v.declaration_id AND d.version = v.version)
  UNION ALL SELECT 'version above its declaration' FROM declaration_version v JOIN declaration d ON d.id = v.declaration_id
    WHERE v.version > d.version
  UNION ALL SELECT 'submitted without a version' FROM declaration d WHERE d.status = 'SUBMITTED' AND NOT EXISTS (
    SELECT FROM declaration_version v WHERE v.declaration_id = d.id AND v.version = d.version)
  UNION ALL SELECT 'submissions without their events' FROM declaration d WHERE
    (SELECT count(*) FROM declaration_version v WHERE v.declaration_id = d.id)
    <> (SELECT count(*) FROM case_event e WHERE e.lifecycle = 'annual-declaration' AND e.case_id = d.id::text AND e.event = 'SUBMIT')
  UNION ALL SELECT 'submissions without their entries' FROM declaration d WHERE
    (SELECT count(*) FROM declaration_version v WHERE v.declaration_id = d.id)
    <> (SELECT count(*) FROM audit_event a WHERE a.record_id = d.id::text AND a.action = 'SUBMIT_DECLARATION')
  UNION ALL SELECT 'withdrawn without its event' FROM declaration d WHERE
    (SELECT count(*) FROM document p WHERE p.subject_id = d.id AND p.withdrawn_on IS NOT NULL)
    <> (SELECT count(*) FROM case_event e WHERE e.lifecycle = 'annual-declaration' AND e.case_id = d.id::text AND e.event = 'WITHDRAW')
  UNION ALL SELECT 'steps of a case without their entries' FROM enforcement_case c WHERE
    (SELECT count(*) FROM audit_event a WHERE a.record_id = c.id::text AND a.action = 'ENFORCEMENT_STEP')
    <> (SELECT count(*) FROM case_event e WHERE e.lifecycle = 'enforcement' AND e.case_id = c.id::text AND e.event <> 'OPEN_ENFORCEMENT')
  UNION ALL SELECT 'closed without its event' FROM reconciliation_day r WHERE (r.status = 'CLOSED')
    <> EXISTS (SELECT FROM case_event e WHERE e.lifecycle = 'reconciliation-day' AND e.case_id = r.day AND e.event = 'CLOSE')
  UNION ALL SELECT 'payment without its money' FROM payment p WHERE (p.status = 'SUCCESS')
    <> (1 = (SELECT count(*) FROM ledger_transfer t WHERE t.payment_id = p.id AND t.kind = 'PAYMENT'))`

/** What is half done at any moment at which nothing is under way; nothing, where all is well. */
export async function findHalves({ database }: Platform): Promise<string[]> {
  return (await database.query<{ what: string }>({ text: halves })).map(({ what }) => what)
}

/** What does not hold once everything was answered. */
export async function findBreaks(
  platform: Platform,
  setting: Setting,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const { breaks, balances } = await proveLedger(platform)
  const found = [...(await findHalves(platform)), ...breaks]
  const count = (of: FaultRequest['do']) => acknowledged.filter(({ request }) => request.do === of).length
  const rows = async (text: string) => {
    const [row] = await platform.database.query<{ n: bigint }>({ text: `SELECT count(*) AS n FROM ${text}` })
    return Number(row?.n ?? 0)
  }
  const same = (what: string, kept: number, told: number) => {
    if (kept !== told) found.push(`${what}: ${kept} are kept, ${told} were acknowledged`)
  }
  same('submissions', await rows('declaration_version'), count('SUBMIT'))
  const investigations = `case_event WHERE lifecycle = 'enforcement' AND case_id = '${setting.enforced.caseId}' AND event = 'INVESTIGATE'`
  same('steps', await rows(investigations), count('INVESTIGATE'))
  same('closed days', await rows(`reconciliation_day WHERE status = 'CLOSED'`), count('CLOSE_DAY'))
  const forms = acknowledged.flatMap(({ request, answer }) =>
    request.do === 'SUBMIT' ? [(answer as { formNo: string }).formNo] : [],
  )
  same('receipts', new Set(forms).size, count('SUBMIT'))
  const paid = acknowledged.flatMap(({ request }) => (request.do === 'BANK_REPORT' ? [request.key] : []))
  const payments = await platform.database.prisma.payment.findMany({ where: { idempotencyKey: { in: paid } } })
  // What came after its bill was paid otherwise waits in suspense; nothing that was reported is still open.
  same('payments', payments.filter(({ settledAt }) => settledAt !== null).length, payments.length)
  const transfers = acknowledged.flatMap(({ request }) => (request.do === 'TRANSFER' ? [request.amount] : []))
  const came = [...transfers, ...payments.map(({ amount }) => Number(amount))]
  const atBank = balances.get('BANK:SANDBOX') ?? 0
  same(
    'fen at the bank',
    atBank,
    came.reduce((sum, amount) => sum + amount, 0),
  )
  await linkWaiting(platform.database)
  const chain = await checkChain(platform.database)
  if (chain.firstBreak !== undefined) found.push(`the trail breaks at ${chain.firstBreak}`)
  return found
}
