import { randomBytes } from 'node:crypto'
import type { Viewer } from '../../access/viewer.ts'
import { staffRoles } from '../../access/viewer.ts'
import { partnerViewer } from '../ask.ts'
import { openRefundFixture } from '../money/refund/refund-fixture.ts'
import { addClerk, addOffice, addPerson, addStaff } from '../readers.ts'
import { addRowsOfEmployer } from '../rows-of-an-employer.ts'
import type { RowsOfEmployer } from '../rows-of-an-employer.ts'
import type { TestPlatform } from '../test-platform.ts'

/** Written into the texts of a tenant's rows: whoever reads one of these reads such a row. */
export const marks = { own: '甲单位内情', foreign: '乙单位内情', ownPerson: '甲员工私事', foreignPerson: '乙员工私事' }

/** Of a password that nobody draws. */
const passwordHash = '$argon2id$v=19$m=19456,t=2,p=1$SD9NjLz0/dOjbuLqYs0vBg$boKB0vMeTyzfbDs7BAR5is3HCCOvyjsIOTaXBe5zasQ'

export interface Asker {
  name: string
  viewer: Viewer | undefined
  /** Texts and ids that no answer to this asker may hold. */
  forbidden: { texts: readonly string[]; ids: ReadonlySet<string> }
}

export interface Tenants {
  platform: TestPlatform
  own: RowsOfEmployer
  foreign: RowsOfEmployer
  askers: readonly Asker[]
  close(): Promise<void>
}

/** Two employers with one row of everything, a person insured with each, and everybody who could ask about them. */
export async function openTenants(): Promise<Tenants> {
  const { platform } = await openRefundFixture()
  const officeId = await addOffice(platform)
  const known = await idsOfRows(platform)
  const own = await addRowsOfEmployer(platform, { unit: marks.own, person: marks.ownPerson })
  await nameUnit(platform, own, marks.own)
  const ownIds = without(await idsOfRows(platform), known)
  const foreign = await addRowsOfEmployer(platform, { unit: marks.foreign, person: marks.foreignPerson })
  await nameUnit(platform, foreign, marks.foreign)
  const foreignIds = without(await idsOfRows(platform), new Set([...known, ...ownIds]))
  const asker = (
    name: string,
    viewer: Viewer | undefined,
    texts: readonly string[],
    ids = new Set<string>(),
  ): Asker => ({
    name,
    viewer,
    forbidden: { texts, ids },
  })
  const everything = Object.values(marks)
  const all = new Set([...ownIds, ...foreignIds])
  // What somebody insured with a unit, or whom it enrolled, tells the office is nothing that the unit reads.
  const unit = [marks.foreign, marks.foreignPerson, marks.ownPerson]
  const askers = [
    asker('nobody', undefined, everything, all),
    asker('a clerk', await addClerk(platform, own.employerId), unit, foreignIds),
    asker('a clerk who only reads', await addClerk(platform, own.employerId, { duties: [] }), unit, foreignIds),
    asker(
      'a clerk of the other',
      await addClerk(platform, foreign.employerId),
      [marks.own, marks.ownPerson, marks.foreignPerson],
      ownIds,
    ),
    asker(
      'a person',
      await addPerson(platform, own.individualId),
      [marks.own, marks.foreign, marks.foreignPerson],
      foreignIds,
    ),
    asker(
      'a person of the other',
      await addPerson(platform, foreign.individualId),
      [marks.own, marks.foreign, marks.ownPerson],
      ownIds,
    ),
    asker('a bank', await addOperator(platform, 'BANK'), everything, all),
    asker('a hospital', await addOperator(platform, 'HOSPITAL'), everything, all),
    asker(
      'a clerk with the initial password',
      { ...(await addClerk(platform, own.employerId)), stage: 'MUST_CHANGE_PASSWORD' },
      everything,
      foreignIds,
    ),
    asker(
      'staff with the password alone',
      { ...(await addStaff(platform, officeId, staffRoles)), stage: 'MUST_PROVE_SECOND_FACTOR' },
      everything,
      all,
    ),
  ]
  for (const role of staffRoles) askers.push(asker(`staff: ${role}`, await addStaff(platform, officeId, [role]), []))
  for (const { viewer } of askers) if (viewer) await seat(platform, viewer)
  return { platform, own, foreign, askers, close: () => platform.close() }
}

/** What somebody who signed in has: a password, and a session that stands. */
async function seat({ database, clock }: TestPlatform, { accountId, sessionId, stage }: Viewer): Promise<void> {
  const [now, expiresAt] = [clock.now(), new Date('2027-11-30T00:00:00Z')]
  await database.prisma.account.update({ where: { id: accountId }, data: { passwordHash } })
  const times = { createdAt: now, lastSeenAt: now, provedAt: now, fullyProvedAt: now, expiresAt }
  await database.prisma.session.create({
    data: { id: sessionId, accountId, stage, userAgent: 'fuzz', tokenHash: new Uint8Array(randomBytes(32)), ...times },
  })
}

async function addOperator({ database, clock }: TestPlatform, kind: 'BANK' | 'HOSPITAL'): Promise<Viewer> {
  const account = await database.prisma.account.create({
    data: { kind: 'PARTNER', operatorNo: kind, displayName: kind, passwordHash },
  })
  const partner = await database.prisma.partner.create({
    data: { kind, number: kind, name: kind, createdBy: account.id, createdAt: clock.now() },
  })
  return partnerViewer(kind, { partnerId: partner.id, accountId: account.id })
}

const without = (all: ReadonlySet<string>, known: ReadonlySet<string>) =>
  new Set([...all].filter((id) => !known.has(id)))

/** The key of every row that has one of its own. */
async function idsOfRows({ database }: TestPlatform): Promise<ReadonlySet<string>> {
  const tables = await database.query<{ table: string }>({
    text: `SELECT quote_ident(table_name) AS table FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
  })
  const ids = new Set<string>()
  for (const { table } of tables)
    for (const { id } of await database.query<{ id: string }>({ text: `SELECT id FROM ${table}` })) ids.add(id)
  return ids
}

/** Its own words into what of the employer itself holds words; and its declarations are drafts: they have no version that was handed in. */
async function nameUnit({ database }: TestPlatform, { employerId }: RowsOfEmployer, words: string): Promise<void> {
  await database.prisma.declaration.updateMany({ where: { employerId }, data: { submittedAt: null } })
  await database.prisma.employer.update({
    where: { id: employerId },
    data: { registeredAddress: words, legalRepName: words, bankAccountName: words },
  })
}
