import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPersonIdentifier, PERSON_ID_TYPES } from '@shebao/identifiers'
import { addDays, addMonths, civilDate, period } from '@shebao/kernel'
import { BEIJING, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { readRoster } from '@shebao/roster'
import { createBank } from '@shebao/sandbox-bank/server'
import type { FastifyInstance } from 'fastify'
import { cardTable } from '../features/register/card/card.lifecycle.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, staffViewer } from '../testing/ask.ts'
import { verifyOffice } from '../backup/verify-office.ts'
import { importOffice } from '../export/import-office.ts'
import { exportOffice } from '../export/write-export.ts'
import { readEnvironment } from '../platform/environment.ts'
import { createLogger } from '../platform/logger.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { rowsOfTheDemo } from '../testing/rows-of-the-demo.ts'
import { tamperWithTrail } from '../testing/tamper-with-trail.ts'
import { walkAsAnotherDistrict, walkAsOthers } from '../testing/walk-as-others.ts'
import { routesOfTheDemo, walkRoutes } from '../testing/walk-of-routes.ts'
import { walkReadings } from '../testing/walk-of-readings.ts'
import { listMonthsOf, listUnpaid, outlookOfWaiting } from '../testing/demo-cases.ts'
import { openTestServer, SessionClient } from '../testing/office/session/session-client.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { bankKeyOf } from '../features/money/bank/bank-client.ts'
import { enforcementTable } from '../features/money/enforcement/enforcement.lifecycle.ts'
import { employerLockTable } from '../features/money/employer-lock/employer-lock.lifecycle.ts'
import { proveLedger } from '../features/money/ledger/prove-ledger.ts'
import { suspense } from '../features/money/ledger/ledger.ts'
import { waiverTable } from '../features/money/waiver/waiver.lifecycle.ts'
import { fetchStatements } from '../features/money/reconciliation/fetch-statements.ts'
import { sandboxBankFolder } from '../platform/sandbox-bank.ts'
import { keepKeys, openKeyRing, rotateKey } from '../platform/key-ring.ts'
import { resealTables } from '../platform/reseal.ts'
import { sealedTables } from '../platform/sealed-places.ts'
import { columnsWithSealedText, readEverySealed } from '../testing/read-every-sealed.ts'
import { undone } from '../testing/undone.ts'
import { prepareOffice } from '../prepare-office.ts'
import { lastDays } from './bank-history.ts'
import { firstProposedMonth } from './play-policy.ts'
import { demonstrationPayee } from '../features/register/office/payee.ts'

describe('the reconciled days', () => {
  it('are the last ones before today on which money came, weekends too: a day that is left out would be missed', () => {
    const days = ['2026-11-06', '2026-11-20', '2026-11-21', '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25']
    expect(lastDays(days, '2026-11-25', 3)).toEqual(['2026-11-21', '2026-11-23', '2026-11-24'])
    expect(lastDays(days, '2026-11-26', 3)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
    expect(lastDays(days, '2026-11-07', 3)).toEqual(['2026-11-06'])
  })
})

describe('the proposal of limits', () => {
  const published = new Set<string>(
    SHIPPED_PARAMETER_ROWS.flatMap(({ name, region, validFrom }) =>
      name === 'BASE_FLOOR' && region === BEIJING ? [validFrom] : [],
    ),
  )
  it.each([
    '2023-12-31',
    '2024-01-01',
    '2024-02-29',
    '2024-12-31',
    '2026-06-30',
    '2026-07-01',
    '2028-02-29',
    '2099-12-31',
  ])('of a demo made on %s is for a July ahead whose limits nobody has published', (today) => {
    const first = firstProposedMonth(today)
    expect(first).toMatch(/-07$/)
    expect(first > today.slice(0, 7) && !published.has(first)).toBe(true)
  })
})

describe('the demo office', () => {
  let platform: TestPlatform
  let app: FastifyInstance
  let bank: ReturnType<typeof createBank>
  const folder = mkdtempSync(join(tmpdir(), 'shebao-demo-'))
  const auditor = staffViewer(['AUDITOR'])

  beforeAll(async () => {
    platform = await openTestPlatform({ SHEBAO_MODE: 'demo', SHEBAO_DATA_DIR: folder }, { calendar: false })
    await prepareOffice(platform)
    app = await openTestServer(platform)
    bank = createBank({
      sharedKey: bankKeyOf(platform),
      account: demonstrationPayee,
      returnOrigin: platform.environment.publicUrl,
      notifyUrl: 'http://127.0.0.1:9/bank/notifications',
      dataDirectory: sandboxBankFolder(platform.environment),
      lateMs: 1000,
      firstRetryMs: 1000,
    })
    platform.environment.sandboxBankUrl = await bank.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await bank.close()
    await app.close()
    await platform.close()
    rmSync(folder, { recursive: true })
  })

  /** The people worth a look, as their file says: name, number, initial password. */
  function listTeaching(): { name: string; idNumber: string; password: string; employers: number }[] {
    const [, ...rows] = readFileSync(join(folder, 'demo', 'people.csv'), 'utf8')
      .trim()
      .split('\r\n')
    return rows.map((row) => {
      const [name = '', , idNumber = '', password = '', at = ''] = row.split(',')
      return { name, idNumber, password, employers: at.split(' → ').length }
    })
  }
  const numberOf = (wanted: string) => listTeaching().find(({ name }) => name === wanted)?.idNumber ?? ''

  interface Day {
    day: string
    status: string
    open: number
    closedByName: string | null
    totals: { outcome: string; count: number; open: number }[]
    bankStatement: { importedByName: string | null } | null
    treasuryStatement: object | null
    items: { edges: { node: { outcome: string; resolution: string | null; resolvedByName: string | null } }[] }
  }

  async function listDays(): Promise<Day[]> {
    const { data, errors } = await ask(
      platform,
      auditor,
      `{ reconciliationDays(first: 20) { edges { node { day status open closedByName totals { outcome count open }
        bankStatement { importedByName } treasuryStatement { id }
        items(first: 20) { edges { node { outcome resolution resolvedByName } } } } } } }`,
    )
    expect(errors).toEqual([])
    const found = data['reconciliationDays'] as unknown as { edges: { node: Day }[] }
    return found.edges.map(({ node }) => node)
  }

  it('shows each outcome: one day closed, one ready, three with a mistake', async () => {
    const days = await listDays()
    const openOf = ({ totals }: Day) =>
      totals.filter(({ open }) => open > 0).map(({ outcome, open }) => [outcome, open])
    expect(days.map((day) => [day.status, day.open, openOf(day)])).toEqual([
      ['OPEN', 1, [['AMOUNT_DIFF', 1]]],
      ['OPEN', 1, [['SYSTEM_ONLY', 1]]],
      [
        'OPEN',
        2,
        [
          ['BANK_ONLY', 1],
          ['DUPLICATE', 1],
        ],
      ],
      ['OPEN', 0, []],
      ['CLOSED', 0, []],
    ])
    expect(days.every(({ day }) => day < platform.clock.today())).toBe(true)
    expect(days.every(({ bankStatement, treasuryStatement }) => bankStatement && treasuryStatement)).toBe(true)
    expect(new Set(days.map(({ bankStatement }) => bankStatement?.importedByName))).toEqual(new Set([null]))
    const matched = days[3]?.totals.find(({ outcome }) => outcome === 'MATCHED')
    expect(matched?.count).toBeGreaterThan(0)
  })

  it('has its closed day closed by somebody who decided none of its items, and its notices reconciled', async () => {
    const closed = (await listDays()).at(-1)
    const deciders = closed?.items.edges.flatMap(({ node }) => node.resolvedByName ?? [])
    // One transfer was the employer's own and is claimed for it, the other goes back.
    expect(deciders).toEqual(['何经办', '何经办'])
    expect(closed?.closedByName).toBe('郑主任')
    const paid = await platform.database.query<{ status: string }>(
      {
        text: 'SELECT notice.status FROM payment JOIN payment_notice notice ON notice.id = notice_id WHERE value_date = $1',
      },
      [closed?.day],
    )
    expect(new Set(paid.map(({ status }) => status))).toEqual(new Set(['RECONCILED']))
  })

  it('has books that hold, with the money that nobody is named in set aside', async () => {
    const { breaks, balances } = await proveLedger(platform)
    expect(breaks).toEqual([])
    expect(balances.get(suspense.code)).toBeLessThan(-(1_286_40 + 3_703_00))
  })

  it('hears the same from its bank again: each file is told as taken in before, and nothing changes', async () => {
    const before = await listDays()
    const held = (await proveLedger(platform)).balances
    for (const { day } of before) {
      const outcomes = await fetchStatements(platform, day)
      expect(outcomes.map(({ source, outcome }) => [source, outcome.kind])).toEqual([
        ['BANK', 'REPEATED'],
        ['TREASURY', 'REPEATED'],
      ])
    }
    expect(await listDays()).toEqual(before)
    expect((await proveLedger(platform)).balances).toEqual(held)
    const { count } =
      (await platform.database.query<{ count: number }>({ text: 'SELECT count(*)::int FROM statement' }))[0] ?? {}
    expect(count).toBe(10)
  })

  it('finds every other day of its past at the bank too, and all of it agrees', async () => {
    const [{ day } = { day: '' }] = await platform.database.query<{ day: string }>({
      text: `SELECT value_date AS day FROM payment WHERE value_date < (SELECT MIN(day) FROM reconciliation_day)
        GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    })
    const outcomes = await fetchStatements(platform, day)
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['IMPORTED', 'IMPORTED'])
    const added = (await listDays()).find((one) => one.day === day)
    expect(added?.open).toBe(0)
    expect(added?.totals.find(({ outcome }) => outcome === 'MATCHED')?.count).toBeGreaterThan(1)
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('has waiting declarations that differ, each in its way, and some that do not', async () => {
    const waiting = await outlookOfWaiting(platform, staffViewer(['OFFICER']))
    const facts = Object.fromEntries(
      [...waiting].map(([registrationNo, { outcome, changed, warnings }]) => [
        registrationNo,
        [outcome, changed, warnings],
      ]),
    )
    expect(facts).toEqual({
      '1101010022': ['CLEAR', 0, 0],
      '1101050016': ['DIFFERS', 4, 0],
      '1101130007': ['DIFFERS', 0, 1],
      '1101140005': ['DIFFERS', 5, 0],
      '1101150008': ['DIFFERS', 6, 2],
      '1101170021': ['CLEAR', 0, 0],
      '1101180020': ['CLEAR', 0, 0],
    })
    const notes = await platform.database.prisma.reviewNote.findMany({
      where: { settledIn: 2 },
      orderBy: { path: 'asc' },
    })
    expect(notes.map(({ settledBy, answer }) => [settledBy, answer === null])).toEqual([
      ['CHANGED', true],
      ['ANSWERED', false],
    ])
  })

  it('has bills overdue by two months, one paid in part, and money that came short', async () => {
    const month = (back: number) => addMonths(period(platform.clock.today().slice(0, 7)), -back)
    expect(await listUnpaid(platform, '1101060017')).toMatchObject([
      { period: month(2), status: 'UNPAID' },
      { period: month(1), status: 'UNPAID' },
    ])
    expect((await listUnpaid(platform, '1101080018')).map(({ status }) => status)).toEqual(['PARTIALLY_PAID', 'UNPAID'])
    const { id } = await platform.database.prisma.employer.findUniqueOrThrow({
      where: { registrationNo: '1101090019' },
    })
    const asked = 'query ($id: ID!) { employerById(id: $id) { waitingMoney { why } } }'
    expect((await ask(platform, auditor, asked, { id })).data).toEqual({
      employerById: { waitingMoney: [{ why: 'AMOUNT_DIFF' }] },
    })
  })

  it('has a case of SIL 63 in every state, each taken there by its own steps', async () => {
    const cases = await platform.database.query<{ unit: string; status: string }>({
      text: `SELECT right(employer.registration_no, 2) AS unit, status FROM enforcement_case JOIN employer ON employer.id = employer_id
        WHERE registration_no BETWEEN '1101090027' AND '1101090048' ORDER BY 1`,
    })
    expect(cases.map(({ unit, status }) => `${unit} ${status}`)).toEqual([
      '27 CLOSED_OFFSET',
      '28 VERIFIED',
      '29 ORDERED',
      '30 ORDER_EXPIRED',
      '31 DEMANDED',
      '32 DEFERRED',
      '33 COURT_APPLIED',
      '34 SUSPENDED',
      '35 TERMINATED',
      '36 ACCOUNT_QUERIED',
      '37 ALLOCATION_APPLIED',
      '38 ALLOCATION_DECIDED',
      '39 ALLOCATED',
      '40 SHORTFALL',
      '41 AGREEMENT_BREACHED',
      '42 COURT_ACCEPTED',
      '43 RULED_ENFORCE',
      '44 RULED_REFUSED',
      '45 SEIZED',
      '46 AUCTIONED',
      '47 OFFSET',
      '48 CLOSED_PAID',
    ])
    const anywhere = await platform.database.query<{ status: string }>({
      text: 'SELECT DISTINCT status FROM enforcement_case',
    })
    expect(anywhere.map(({ status }) => status).toSorted()).toEqual([...enforcementTable.states].toSorted())
  })

  it('has an exception and a lock in each of their states', async () => {
    const { prisma } = platform.database
    const [waivers, locks] = [
      await prisma.waiver.findMany({ select: { kind: true, status: true } }),
      await prisma.employerLock.findMany({ select: { status: true } }),
    ]
    expect(new Set(waivers.map(({ status }) => status))).toEqual(new Set(waiverTable.states))
    expect(
      waivers
        .filter(({ status }) => status === 'STANDING')
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['FILING_DEADLINE', 'LATE_FEE'])
    expect(new Set(locks.map(({ status }) => status))).toEqual(new Set(employerLockTable.states))
  })

  it('has a month paid twice and refunded, and months left out that were paid later', async () => {
    const months = await listMonthsOf(platform, numberOf('双重'))
    expect(
      months.filter(({ status }) => status === 'REFUNDED').map(({ kind, registrationNo }) => [kind, registrationNo]),
    ).toEqual([
      ['NORMAL', '1101060004'],
      ['REFUND', '1101060004'],
    ])
    expect(
      (await listMonthsOf(platform, numberOf('补全'))).slice(0, 3).map(({ kind, status }) => [kind, status]),
    ).toEqual([
      ['BACK_PAYMENT', 'BACK_PAID'],
      ['BACK_PAYMENT', 'BACK_PAID'],
      ['NORMAL', 'PAID'],
    ])
  })

  it('has long records, each with a gap, a month paid later and one refunded, and cards in every state', async () => {
    for (const name of ['历程', 'Paulo Silva']) {
      const months = await listMonthsOf(platform, numberOf(name))
      const statuses = new Set(months.map(({ status }) => status))
      expect(new Set(months.map(({ registrationNo }) => registrationNo)).size, name).toBe(3)
      expect([...statuses], name).toEqual(expect.arrayContaining(['PAID', 'BACK_PAID', 'REFUNDED']))
    }
    const cards = await platform.database.prisma.card.findMany({ distinct: ['status'], select: { status: true } })
    expect(new Set(cards.map(({ status }) => status))).toEqual(new Set(cardTable.states))
    const told = await platform.database.prisma.notification.groupBy({ by: ['kind'] })
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['RIGHTS_STATEMENT_ISSUED', 'RIGHTS_STATEMENT_HANDED_OUT', 'CARD_EVENT']),
    )
  })

  it('has a change of a service figure that waits for a second person', async () => {
    const { prisma } = platform.database
    const [waiting] = await prisma.figureChange.findMany({ where: { status: 'PROPOSED' } })
    const officer = await prisma.account.findFirstOrThrow({ where: { staffNo: 'S1001' } })
    expect(waiting).toMatchObject({ name: 'QUESTION_ANSWER_DAYS', requestedBy: officer.id })
    expect((waiting?.validFrom ?? '') > platform.clock.today()).toBe(true)
  })

  it('lets people with every kind of number in: at the window, at the desk, on their record and their certificate', async () => {
    const typeOf = (idNumber: string) => checkPersonIdentifier(undefined, idNumber, platform.clock.today()).type
    // One of each kind.
    const people = new Map(
      listTeaching()
        .toReversed()
        .map((person) => [typeOf(person.idNumber), person]),
    )
    expect(new Set(people.keys())).toEqual(new Set(PERSON_ID_TYPES))
    for (const { name, idNumber, password, employers } of people.values()) {
      const client = new SessionClient(platform, app)
      const { viewer } = await client.signIn('INSURED', idNumber.toLowerCase(), password)
      expect(viewer, name).toMatchObject({ kind: 'INSURED', stage: 'MUST_CHANGE_PASSWORD' })
      expect(await client.changePassword('704913', password, 'DEMO-2026'), name).toMatchObject({
        __typename: 'PasswordChanged',
      })
      const { data } = await client.ask(
        `{ me { name payments(first: 5) { edges { node { period } } } }
          certificateOutlook(from: "2026-01", to: "2026-10") { months problem } }`,
      )
      expect(data?.['me'], name).toMatchObject({ name })
      expect(data?.['certificateOutlook'], name).toMatchObject({ months: 10, problem: null })
      const found = await ask(
        platform,
        staffViewer(['OFFICER']),
        'mutation ($number: String!) { findPerson(number: $number) { spells { employerName } } }',
        { number: idNumber },
      )
      expect(found.errors, name).toEqual([])
      // Once each, however often the wage changed meanwhile.
      const { spells } = found.data['findPerson'] as unknown as { spells: object[] }
      expect(spells, name).toHaveLength(employers)
    }
  })

  it('has calls of the last weeks by code, a script to be looked at again and one to be published', async () => {
    const today = platform.clock.today()
    const { data } = await ask(
      platform,
      staffViewer(['HEAD']),
      `query ($from: Date!, $to: Date!) { hotlineCallCounts(from: $from, to: $to) { outcome calls }
        hotlineScripts { matter inUse { reviewOverdue } waiting { version } } }`,
      { from: addDays(civilDate(today), -30), to: today },
    )
    const counts = data['hotlineCallCounts'] as unknown as { outcome: string; calls: number }[]
    const backs = counts.filter(({ outcome }) => outcome === 'CALL_BACK')
    expect([new Set(counts.map(({ outcome }) => outcome)).size, backs.length]).toEqual([8, 2])
    const scripts = data['hotlineScripts'] as unknown as {
      matter: string
      inUse: { reviewOverdue: boolean }
      waiting: object | null
    }[]
    expect(scripts.filter(({ inUse }) => inUse.reviewOverdue).map(({ matter }) => matter)).toEqual(['BENEFIT'])
    expect(scripts.filter(({ waiting }) => waiting).map(({ matter }) => matter)).toEqual(['COMPLAINT'])
  })

  it('knows a traveller by the number of the permit as well', async () => {
    const client = new SessionClient(platform, app, '192.0.2.2')
    expect(await client.signIn('INSURED', 'H12345678', '704913')).toMatchObject({ viewer: { displayName: '黄**' } })
    const search = 'mutation ($number: String!) { findPerson(number: $number) { nameMasked } }'
    const { data } = await ask(platform, staffViewer(['OFFICER']), search, { number: 'H12345678' })
    expect(data).toEqual({ findPerson: { nameMasked: '黄**' } })
  })

  it('shows nobody to its staff without a reading that says whom', async () => {
    const walked = await walkReadings(platform, await rowsOfTheDemo(platform))
    expect(walked.filter(({ unnoted }) => unnoted.length > 0)).toEqual([])
    // Nobody calls; letters are listed for those who asked for them, and transfers of one's own for the insured.
    const silent = walked.filter(({ readings }) => readings.length === 0).map(({ name }) => name)
    expect(silent).toEqual(['cardPasswordLetters', 'hotlineCaller', 'hotlineDesk', 'myRelationTransfers'])
    expect(walked.flatMap(({ errors }) => errors)).toEqual(['No such call.'])
  })

  it('hands out data of people over no route without an entry that says so', async () => {
    const isAskedIn = (file: string, action: string) =>
      readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes(`'${action}'`)
    expect(await walkRoutes(platform, await routesOfTheDemo(platform), isAskedIn)).toEqual([])
  })

  it('hands out over no route what is another’s, and does not say that it is there', async () => {
    expect(await walkAsOthers(platform, await routesOfTheDemo(platform))).toEqual([])
  })

  it('lets staff of another district read over its routes as the agency does, and do nothing', async () => {
    expect(await walkAsAnotherDistrict(platform, await routesOfTheDemo(platform))).toEqual([])
  })

  it('misses every entry of its trail that is changed, taken out or moved, and says which', async () => {
    await platform.audit.link()
    const [length] = await platform.database.query<{ links: number }>({
      text: 'SELECT count(*)::int AS links FROM audit_link',
    })
    const links = length?.links ?? 0
    for (const place of [1, Math.floor(links / 2)]) {
      const { at, next, ...found } = await tamperWithTrail(platform, place)
      // Moved, another one stands in its place.
      expect(found, `place ${place}`).toEqual({ edited: at, deleted: at, swapped: at, moved: next })
    }
    expect((await platform.audit.check()).firstBreak).toBeUndefined()
  })

  it('is taken away in open formats, in clear too, and comes in elsewhere with the same hashes and books', async () => {
    const elsewhere = await openTestDatabase()
    const settings = {
      SHEBAO_MODE: 'production',
      SHEBAO_SECRET_KEY: '07'.repeat(32),
      SHEBAO_DATA_DIR: join(folder, 'elsewhere'),
      DATABASE_URL: elsewhere.connectionString,
    }
    const asked = { into: join(folder, 'export'), readable: { reason: 'moves' } }
    const { folder: taken, manifest } = await exportOffice(
      { ...platform, environment: { ...platform.environment, secretKey: settings.SHEBAO_SECRET_KEY } },
      platform.connectionString,
      asked,
    )
    expect(manifest.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(80)
    expect([manifest.attachments.length > 50, manifest.missingAttachments]).toEqual([true, []])
    const people = readFileSync(join(taken, 'readable', 'individual.jsonl'), 'utf8')
    for (const { idNumber } of listTeaching()) expect(people).toContain(`"idNumber":"${idNumber}"`)

    const [environment, logger] = [readEnvironment(settings), createLogger('silent')]
    expect(await importOffice(environment, logger, taken)).toMatchObject({ kind: 'IMPORTED' })
    const checks = await verifyOffice(environment, logger, 'AS_IT_IS')
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    await elsewhere.close()
  })

  it('opens to the last value with the newest key alone, once everything is sealed anew', async () => {
    const { database } = platform
    const secretKeys = [Buffer.alloc(32, 7)]
    const values = () => readEverySealed(database, sealedTables)
    await undone(database, async () => {
      await keepKeys(database, secretKeys)
      await rotateKey(database, secretKeys, 0, async () => undefined)
      const ring = await openKeyRing(database, secretKeys)
      const before = await values()
      await resealTables({ database, vault: ring.vault, sealing: 2 }, { until: Number.POSITIVE_INFINITY })
      await database.query({
        text: `UPDATE vault_key SET wrapped = NULL, retired_at = timezone('UTC', now()) WHERE number = 1 AND name = 'seal'`,
      })
      const { vault } = await openKeyRing(database, secretKeys)
      const after = await values()
      const opened = (from: Pick<typeof vault, 'openBytes'>, all: typeof before) =>
        all.map(({ at, sealed }) => `${at} ${Buffer.from(from.openBytes(sealed)).toString('base64')}`).toSorted()
      expect(opened(vault, after)).toEqual(opened(ring.vault, before))
      expect(await columnsWithSealedText(database)).toEqual(
        sealedTables
          .flatMap(({ table, columns }) =>
            Object.entries(columns).map(([column, form]) => [`${table}.${column}`, form]),
          )
          .flatMap(([place = '', form]) => (form === 'WITHIN_JSON' ? [place] : [])),
      )
    })
  })

  it('has a file of the tour in which everybody has a right number, whatever their papers', () => {
    const name = 'roster-1101080001.xlsx'
    const read = readRoster(new Uint8Array(readFileSync(join(folder, 'demo', name))), name)
    const drafts = read.ok ? read.file.rows.map(({ draft }) => draft) : []
    expect(drafts).toHaveLength(36)
    for (const { idType, idNumber = '' } of drafts)
      expect(checkPersonIdentifier(idType, idNumber, platform.clock.today())).toMatchObject({ ok: true, type: idType })
    expect(new Set(drafts.map(({ idType }) => idType))).toEqual(
      new Set(['RESIDENT_ID', 'FOREIGN_PASSPORT_NUMBER', 'HMT_RESIDENCE_PERMIT']),
    )
  })
})
