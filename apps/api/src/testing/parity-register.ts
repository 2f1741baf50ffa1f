import { identityKeyOf } from '@shebao/declaration-rules'
import type { Declaration, DeclarationContext, UnitDraft } from '@shebao/declaration-rules'
import { maskBankAccount, maskIdNumber } from '@shebao/identifiers'
import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { makeCompletePerson } from '@shebao/test-support/declaration'
import { seededRandom } from '@shebao/test-support/identifiers'
import { bookTransfer, fundOf, negative, receivableOf } from '../features/money/ledger/ledger.ts'
import { enrol } from './filing/comparison/register-fixture.ts'
import type { TestPlatform } from './test-platform.ts'
import { approvedOnline } from './approved-online.ts'

const registrationNo = '1101080099'

/** What only the office knows about a drawn declaration. */
export interface OfficeFacts {
  signed: boolean
  comparison: 'SETTLED' | 'OPEN' | 'STALE' | 'NOT_COMPARED' | 'NOT_DOWNLOADED'
  /** People of the list whom another unit has insured, by their place. */
  elsewhere: readonly number[]
  /** How many people were paid for last December and are not in the list. */
  missing: number
  /** Principal of an unpaid notice: in pension insurance, and half of it in medical. */
  owed: number
}

export type KnownToOffice = Pick<
  DeclarationContext,
  'register' | 'isActiveElsewhere' | 'paidLastDecember' | 'ledgerArrears'
>

/** A registered unit of the drawn form's name, and everything else the office is to know of it. */
export async function givenRegister(platform: TestPlatform, drawn: Declaration, office: OfficeFacts) {
  const employerId = await register(platform, drawn.unit, registrationNo)
  const elsewhere = await enrolElsewhere(platform, drawn, office)
  const missing = await enrolMissing(platform, employerId, office)
  const context: KnownToOffice = {
    ledgerArrears: await oweMoney(platform, employerId, office),
    register: {
      unitName: drawn.unit.unitName ?? '',
      unitCode: registrationNo,
      creditCode: drawn.unit.creditCode ?? '',
    },
    isActiveElsewhere: (key) => elsewhere.has(key),
    paidLastDecember: missing.map(({ idNumber = '', name = '' }) => ({
      identityKey: identityKeyOf('RESIDENT_ID', idNumber),
      name,
    })),
  }
  return { employerId, context }
}

/** A unit of the drawn form's name that files online. */
export async function register({ database, vault }: TestPlatform, unit: UnitDraft, number: string): Promise<string> {
  const { id } = await database.prisma.employer.create({
    data: {
      onlineFilings: approvedOnline,
      registrationNo: number,
      creditCode: unit.creditCode ?? '',
      name: unit.unitName ?? '',
      region: '110000',
      unitType: 'ENTERPRISE',
      industry: 'I',
      injuryClass: 1,
      registeredAddress: '北京',
      legalRepName: '王建国',
      legalRepPersonal: vault.seal({ idNumber: '', phone: '' }),
      legalRepIdMasked: maskIdNumber(''),
      bankName: '银行',
      bankAccountName: '户名',
      bankAccountCipher: vault.seal(''),
      bankAccountMasked: maskBankAccount(''),
      registeredOn: '2020-01-01',
    },
  })
  return id
}

async function enrolElsewhere(
  platform: TestPlatform,
  { personnel }: Declaration,
  { elsewhere }: OfficeFacts,
): Promise<ReadonlySet<string>> {
  const employerId = await register(platform, { unitName: '另一单位', creditCode: '91110105MA0000007L' }, '1101080098')
  const keys = new Set<string>()
  for (const place of elsewhere) {
    const draft = personnel[place]?.draft
    // The register knows nobody by a number that is none.
    const key = draft && validKey(draft)
    if (draft === undefined || key === undefined || keys.has(key)) continue
    await enrol(platform, { employerId }, { ...draft, idNumber: key.slice(key.indexOf(':') + 1) })
    keys.add(key)
  }
  return keys
}

function validKey({ idType, idNumber }: PersonnelDraft): string | undefined {
  return idType === 'RESIDENT_ID' && idNumber !== undefined && /^\d{17}[\dX]$/.test(idNumber)
    ? identityKeyOf(idType, idNumber)
    : undefined
}

async function enrolMissing(
  platform: TestPlatform,
  employerId: string,
  { missing }: OfficeFacts,
): Promise<PersonnelDraft[]> {
  const people = Array.from({ length: missing }, (_, index) => makeCompletePerson(seededRandom(900_000 + index)))
  for (const person of people) {
    const id = await enrol(platform, { employerId }, person)
    await platform.database.query(
      {
        text: `INSERT INTO premium_payment (individual_id, period, employer_id, status, posted_on, average_wage, pension_base, pension_employer,
            pension_personal, medical_base, medical_employer, medical_personal, unemployment_base, unemployment_employer, unemployment_personal,
            work_injury_base, work_injury_employer, maternity_base, maternity_employer)
          SELECT individual_id, '2025-12', employer_id, 'PAID', '2025-12-20', average_wage, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
          FROM enrolment WHERE id = $1`,
      },
      [id],
    )
  }
  return people
}

/** One month that is overdue, and one that is not due yet and so is no arrears. */
async function oweMoney(
  platform: TestPlatform,
  employerId: string,
  { owed }: OfficeFacts,
): Promise<NonNullable<DeclarationContext['ledgerArrears']>> {
  const half = Math.floor(owed / 2)
  for (const [period, dueOn] of [
    ['2026-04', '2026-05-25'],
    ['2026-05', '2026-06-25'],
  ] as const) {
    const lines = [
      { insurance: 'PENSION' as const, people: 1, base: 0n, employer: BigInt(owed - half), personal: BigInt(half) },
      { insurance: 'MEDICAL' as const, people: 1, base: 0n, employer: 0n, personal: BigInt(half) },
    ]
    const notice = await platform.database.prisma.paymentNotice.create({
      data: {
        number: `JF${period}${registrationNo}`,
        employerId,
        period,
        people: 1,
        employerTotal: BigInt(owed - half),
        personalTotal: BigInt(2 * half),
        total: BigInt(owed + half),
        issuedOn: `${period}-01`,
        dueOn,
        lines: { create: lines },
      },
    })
    const shares = lines.flatMap(({ insurance, employer, personal }) => [
      { insurance, side: 'EMPLOYER' as const, amount: fen(Number(employer)) },
      { insurance, side: 'PERSONAL' as const, amount: fen(Number(personal)) },
    ])
    await bookTransfer(platform, {
      kind: 'CHARGE',
      key: `charge:${notice.id}`,
      occurredOn: notice.issuedOn,
      noticeId: notice.id,
      entries: shares.flatMap((share) => [
        { ...share, period, account: receivableOf(employerId) },
        { ...share, period, account: fundOf(share.insurance), amount: negative(share.amount) },
      ]),
    })
  }
  return { ...(owed > 0 ? { PENSION: fen(owed) } : {}), ...(half > 0 ? { MEDICAL: fen(half) } : {}) }
}
