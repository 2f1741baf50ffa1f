import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, fen } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { Refusal } from '../access/refusal.ts'
import { submitDeclarationBeside } from '../features/filing/inspection/submit-declaration.ts'
import { openMonthly } from '../features/filing/monthly/open-monthly.ts'
import { submitMonthlyBeside } from '../features/filing/monthly/submit-monthly.ts'
import { uploadMonthlyChanges } from '../features/filing/monthly/upload-changes.ts'
import { savePersonnelBeside } from '../features/filing/personnel/save-personnel.ts'
import { UnknownSealingKey } from '../platform/crypto.ts'
import { asDatabaseError, isDatabaseAway, isDiskFull } from '../platform/database-away.ts'
import { readEnvironment } from '../platform/environment.ts'
import { RehearsalWithin } from '../platform/rehearse.ts'
import { AskedByNobody } from '../platform/tenancy.ts'
import { serverParts } from '../server-parts.ts'
import { startServer } from '../start.ts'
import type { RunningServer } from '../start.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, openDraft } from '../testing/inspection-scenario.ts'
import type { GivenUnit } from '../testing/inspection-scenario.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { carriedError, carriedOutcome, uncarried } from './carried.ts'
import type { OpenLongWork } from './create-long-work.ts'

/** More than stay on the thread that serves. */
const many = 1_010
const metricsToken = 'long-work-'.repeat(3)
const onServer = inject('databaseSource').kind !== 'embedded'
const folder = mkdtempSync(join(tmpdir(), 'shebao-long-work-'))
let given: TestPlatform
let server: RunningServer
let isRunning = true
let unit: GivenUnit
let carried: ReturnType<typeof vi.fn>

beforeAll(async () => {
  if (!onServer) return
  given = await openTestPlatform()
  await givenOffice(given)
  unit = await givenUnit(given, { people: many })
  const parts = { ...serverParts, findViewer: async () => unit.clerk }
  const environment = readEnvironment({
    SHEBAO_MODE: 'test',
    SHEBAO_TODAY: '2026-11-23',
    DATABASE_URL: given.connectionString,
    SHEBAO_POOL_SIZE: '3',
    SHEBAO_SECRET_KEY: '07'.repeat(32),
    SHEBAO_DATA_DIR: folder,
    SHEBAO_METRICS_TOKEN: metricsToken,
    PORT: '0',
  })
  server = await startServer(environment, given.logger, parts, async () => async () => undefined)
  const { longWork } = server.platform
  if (!longWork) throw new Error('The server has no thread for long work.')
  carried = vi.spyOn(longWork, 'carryOut') as never
})
afterAll(async () => {
  if (onServer) {
    if (isRunning) await server.stop()
    await given.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

const listOf = (declarationId: string, expectedRevision: number, rows = unit.people) => ({
  declarationId,
  expectedRevision,
  uploadId: crypto.randomUUID(),
  mode: 'REPLACE' as const,
  part: 1,
  ofParts: 1,
  rows,
  origin: 'test',
})

const joining = (name: string, idNumber: string): MonthlyChangeDraft => ({
  changeType: 'ADD_NEW',
  name,
  idNumber,
  insurances: [...FIVE_INSURANCES],
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2026-11-20',
  effectivePeriod: '2026-11',
  monthlyWage: fen(900_000),
})

const peopleOf = async (declarationId: string) =>
  (await given.database.prisma.personnelRecord.count({ where: { declarationId, version: 0 } })) as number

describe.skipIf(!onServer)('long work', () => {
  it('hands a long list in beside the thread that serves, as whom it is for, once', { timeout: 120_000 }, async () => {
    const declarationId = await completeDraft(given, unit)
    await given.database.query({ text: 'CREATE TABLE written_by (role text)' })
    await given.database.query({ text: 'GRANT INSERT ON written_by TO PUBLIC' })
    await given.database.query({
      text: `CREATE FUNCTION note_role() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO written_by VALUES (current_user); RETURN NEW; END'`,
    })
    await given.database.query({
      text: 'CREATE TRIGGER note_role AFTER INSERT ON declaration_version FOR EACH ROW EXECUTE FUNCTION note_role()',
    })
    const { unitRevision, personnelRevision } = await declarationNow(given, declarationId)
    const input = {
      declarationId,
      unitRevision,
      personnelRevision,
      truthDeclared: true,
      signer: '王建国',
      origin: 'test',
    }
    const mandate = { id: crypto.randomUUID(), agencyId: crypto.randomUUID(), validTo: '2026-12-31', stands: true }
    const clerk = { ...unit.clerk, mandate }
    const handIn = () => submitDeclarationBeside(server.platform, clerk, input)
    const [first, again] = [await handIn(), await handIn()]
    expect(carried).toHaveBeenCalledTimes(2)
    expect(first).toMatchObject({ kind: 'submitted', version: { version: 1, people: many } })
    expect(again).toMatchObject({ kind: 'submitted', version: { version: 1 } })
    expect(await given.database.query({ text: 'SELECT * FROM written_by' })).toEqual([{ role: 'shebao_employer' }])
    const trail = await given.database.prisma.auditEvent.findMany({ where: { action: 'SUBMIT_DECLARATION' } })
    expect(trail).toMatchObject([
      { actorId: clerk.accountId, recordId: declarationId, change: { agencyId: mandate.agencyId } },
    ])
  })

  it('refuses there as here, and shows nobody what is another’s', async () => {
    const other = await givenUnit(given, { seed: 2, people: 1 })
    const declarationId = await openDraft(given, other)
    carried.mockClear()
    const foreign = savePersonnelBeside(server.platform, unit.clerk, listOf(declarationId, 0))
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND', constructor: Refusal })
    const wrong = savePersonnelBeside(server.platform, other.clerk, { ...listOf(declarationId, 0), part: 2 })
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_USER_INPUT', extensions: { field: 'part' } })
    await given.database.query({
      text: `CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE lock_not_available; END'`,
    })
    await given.database.query({
      text: 'CREATE TRIGGER give_up BEFORE INSERT ON personnel_upload FOR EACH ROW EXECUTE FUNCTION give_up()',
    })
    const held = await Promise.allSettled([savePersonnelBeside(server.platform, other.clerk, listOf(declarationId, 0))])
    await given.database.query({ text: 'DROP TRIGGER give_up ON personnel_upload' })
    expect(held).toMatchObject([{ reason: { code: '55P03' } }])
    expect(carried).toHaveBeenCalledTimes(3)
    expect(await peopleOf(declarationId)).toBe(0)
  })

  it('stays where it is within a transaction, and when there is little of it', async () => {
    const other = await givenUnit(given, { seed: 3, people: 1 })
    const declarationId = await openDraft(given, other)
    carried.mockClear()
    const { platform } = server
    const undone = platform.database.transaction(async () => {
      await savePersonnelBeside(platform, other.clerk, listOf(declarationId, 0))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await peopleOf(declarationId)).toBe(0)
    await savePersonnelBeside(platform, other.clerk, listOf(declarationId, 0, other.people))
    expect(await peopleOf(declarationId)).toBe(1)
    expect(carried).not.toHaveBeenCalled()
  })

  it('leaves nothing half done when the thread dies, and the same sent again is taken', async () => {
    const other = await givenUnit(given, { seed: 4, people: 1 })
    const declarationId = await openDraft(given, other)
    const { platform } = server
    const list = listOf(declarationId, 0)
    // Whoever holds the declaration keeps the deed in its transaction until the thread is gone.
    const [held, dead] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = given.database.transaction(async () => {
      await given.database.query({ text: 'SELECT FROM declaration WHERE id = $1 FOR UPDATE' }, [declarationId])
      held.resolve()
      await dead.promise
    })
    await held.promise
    const deed = Promise.allSettled([savePersonnelBeside(platform, other.clerk, list)])
    await vi.waitFor(async () => expect(await waitingForLock()).toBe(1), { timeout: 30_000, interval: 20 })
    await vi.waitFor(async () => expect(await connectionsTold('busy')).toBe('1'), { timeout: 30_000, interval: 100 })
    await (platform.longWork as OpenLongWork).close()
    expect(await Promise.all(['busy', 'idle', 'waiting'].map(connectionsTold))).toEqual(['0', '0', '0'])
    expect(await deed).toMatchObject([{ status: 'rejected' }])
    dead.resolve()
    await holding
    expect(await peopleOf(declarationId)).toBe(0)
    expect(await savePersonnelBeside(platform, other.clerk, list)).toMatchObject({ kind: 'SAVED', finished: true })
    expect(await peopleOf(declarationId)).toBe(many)
  })

  it('hands a long month in beside the thread that serves, once for its key', async () => {
    const { clerk } = await givenUnit(given, { seed: 6, people: 1 })
    const opened = await openMonthly(given, clerk, { filing: 'REGULAR', period: undefined, origin: 'test' })
    if (opened.kind !== 'opened') throw new Error(opened.reason)
    const { id: declarationId } = opened.declaration
    const list = { declarationId, expectedRevision: 0, uploadId: crypto.randomUUID(), mode: 'REPLACE' as const }
    const rows = unit.people.map(({ row, draft: { name = '', idNumber = '' } }) => ({
      row,
      draft: joining(name, idNumber),
    }))
    await uploadMonthlyChanges(given, clerk, { ...list, part: 1, ofParts: 1, rows, origin: 'test' })
    const key = { revision: 1, idempotencyKey: crypto.randomUUID() }
    const input = { declarationId, ...key, truthDeclared: true, signer: '王建国', origin: 'test' }
    carried.mockClear()
    const handIn = () => submitMonthlyBeside(server.platform, clerk, input)
    const outcomes = [await handIn(), await handIn()]
    // What is handed in has no draft any more: to say so is little work.
    expect(carried).toHaveBeenCalledTimes(1)
    const submitted = { kind: 'submitted', version: { version: 1, people: many } }
    expect(outcomes).toMatchObject([submitted, submitted])
    expect(await given.database.prisma.declarationVersion.count({ where: { declarationId } })).toBe(1)
  })

  it('is finished before a server that was told to end has ended', async () => {
    const other = await givenUnit(given, { seed: 5, people: 1 })
    const declarationId = await openDraft(given, other)
    unit = { ...other, people: unit.people }
    const rows = unit.people.map(({ row: rowNo, draft }) => ({ rowNo, draft }))
    const { origin: _origin, rows: _rows, ...list } = listOf(declarationId, 0)
    const query = `mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) { ... on PersonnelSaved { finished } } }`
    carried.mockClear()
    const answer = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { ...list, rows } } }),
    })
    await vi.waitFor(() => expect(carried).toHaveBeenCalledTimes(1), { timeout: 30_000, interval: 5 })
    isRunning = false
    await server.stop()
    expect(await (await answer).json()).toEqual({ data: { savePersonnel: { finished: true } } })
    expect(await peopleOf(declarationId)).toBe(many)
  })
})

/** By whoever watches the server. */
async function connectionsTold(state: string): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${metricsToken}` }
  const told = await (await fetch(`${server.url}/metrics`, { headers })).text()
  return new RegExp(`^shebao_database_connections\\{pool="long-work",state="${state}"\\} (\\d+)$`, 'm').exec(told)?.[1]
}

async function waitingForLock(): Promise<number> {
  const rows = await given.database.query({
    text: `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  })
  return rows.length
}

describe('what went wrong on the other thread', () => {
  const thrown = (error: unknown): unknown => {
    try {
      return uncarried(structuredClone(carriedError(error)))
    } catch (here) {
      return here
    }
  }

  it('is told here as there: a refusal, a mistake of ours, and what whoever answers tells apart', () => {
    const refusal = new Refusal('BAD_USER_INPUT', 'No.', { field: 'part' })
    expect(thrown(refusal)).toEqual(refusal)
    expect(thrown(refusal)).toBeInstanceOf(Refusal)
    const mistake = new TypeError('a mistake')
    expect(thrown(mistake)).toMatchObject({ name: 'TypeError', message: 'a mistake', stack: mistake.stack })
    expect(thrown(mistake)).not.toHaveProperty('code')
    expect(isDatabaseAway(thrown(mistake))).toBe(false)
    for (const error of [new UnknownSealingKey(3), new RehearsalWithin(), new AskedByNobody()]) {
      expect(thrown(error)).toBeInstanceOf(error.constructor)
      expect(thrown(error)).toMatchObject({ name: error.name, message: error.message, stack: error.stack })
    }
  })

  it('keeps what the database said, wherever in the error it stands', () => {
    const error = (parts: object) => Object.assign(new Error('failed'), parts)
    const ofPrisma = (code: string, parts: object) => error({ code, meta: { driverAdapterError: error(parts) } })
    expect(isDatabaseAway(thrown(asDatabaseError(error({ code: 'ECONNRESET' }))))).toBe(true)
    expect(isDatabaseAway(thrown(error({ code: 'ECONNRESET' })))).toBe(false)
    expect(isDatabaseAway(thrown(ofPrisma('P2010', { cause: { kind: 'DatabaseNotReachable' } })))).toBe(true)
    expect(isDiskFull(thrown(error({ code: '53100' })))).toBe(true)
    expect(isDiskFull(thrown(ofPrisma('P2010', { cause: { originalCode: '53100' } })))).toBe(true)
    expect(thrown(error({ code: '55P03' }))).toMatchObject({ code: '55P03' })
    expect(thrown(error({ cause: error({ code: '40001' }) }))).toMatchObject({ cause: { code: '40001' } })
    expect(thrown(ofPrisma('P2002', { cause: { originalCode: '23505' } }))).toMatchObject({
      code: 'P2002',
      meta: { driverAdapterError: { cause: { originalCode: '23505' } } },
    })
  })

  it('is a failure of that deed alone where an outcome cannot be copied', () => {
    const unfit = { told: () => 'nobody' }
    expect(() => uncarried(carriedOutcome(unfit))).toThrow('could not be cloned')
    expect(structuredClone(carriedError(new Refusal('BAD_USER_INPUT', 'No.', unfit)))).toHaveProperty('failure')
  })
})
