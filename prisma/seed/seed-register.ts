import { maskBankAccount, maskCardNumber, maskIdNumber, maskName } from '@shebao/identifiers'
import { bulkInsert } from './bulk-insert.ts'
import type { SeedTools } from './bulk-insert.ts'
import { seedAccounts } from './seed-accounts.ts'
import { makeUuid } from './demo-people.ts'
import type { DemoUnit } from './demo-people.ts'
import { seedPartners } from './seed-partners.ts'
import { seedEnrolments } from './seed-enrolments.ts'
import { seededRandom } from '@shebao/test-support/identifiers'

/** The office, its employers, their people, cards and accounts. `passwordHash` is the demo password, hashed. */
export async function seedRegister(
  tools: SeedTools,
  units: readonly DemoUnit[],
  today: string,
  passwordHash: string,
  wageYear: (period: string) => number,
): Promise<void> {
  await seedOffice(tools, today)
  await seedEmployers(tools, units)
  await seedOnlineFilings(tools)
  await seedPeople(tools, units, today)
  await seedEnrolments(tools, units, today, wageYear)
  await seedAccounts(tools, units, today, passwordHash)
  await seedPartners(tools, today, passwordHash)
}

/** What a card in this state has behind it. One that was reported lost was so today, for a week. */
function datesOfCard(status: string, today: string) {
  const made = status !== 'APPLIED'
  const issued = made && status !== 'MADE'
  const later = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString()
  const bank = status === 'CANCELLED' ? 'CANCELLED' : 'NORMAL'
  return {
    bank_status: issued && status !== 'INACTIVE' ? bank : 'INACTIVE',
    applied_on: made ? null : today,
    ready_on: made ? null : later(21).slice(0, 10),
    issued_on: issued ? '2023-09-01' : null,
    activated_on: issued && status !== 'INACTIVE' ? '2023-09-20' : null,
    lost_until: status === 'ORAL_LOSS' ? later(7).replace('Z', '') : null,
  }
}

async function seedOffice(tools: SeedTools, today: string): Promise<void> {
  const year = today.slice(0, 4)
  await tools.query(
    {
      text: `INSERT INTO office (id, region, name_zh, name_en, phone, address_zh, address_en, settings, seal_text)
      VALUES (gen_random_uuid(), '110000', '示范社会保险事业管理中心', 'Demo Social Insurance Office', '010-12333',
        '北京市示范区社保路1号', '1 Shebao Road, Demo District, Beijing', $1::jsonb, '示范社会保险事业管理中心业务专用章')`,
    },
    [
      JSON.stringify({
        inspection: { opensOn: `${year}-01-01`, closesOn: `${year}-12-31`, paperDays: 15 },
        demo: true,
      }),
    ],
  )
}

const particulars = {
  district: 'text',
  unit_type: 'text',
  industry: 'text',
  injury_class: 'int',
  registered_address: 'text',
  legal_rep_name: 'text',
  legal_rep_id_type: 'text',
  legal_rep_personal: 'bytea',
  legal_rep_id_masked: 'text',
  bank_name: 'text',
  bank_account_name: 'text',
  bank_account_cipher: 'bytea',
  bank_account_masked: 'text',
} as const

/** The register of today, and the one row its history has so far. */
async function seedEmployers(tools: SeedTools, units: readonly DemoUnit[]): Promise<void> {
  const rows = units.map((unit, index) => ({
    id: unit.id,
    registration_no: unit.registrationNo,
    credit_code: unit.creditCode,
    name: unit.name,
    region: '110000',
    district: unit.registrationNo.slice(0, 6),
    unit_type: unit.unitType,
    industry: unit.industry,
    injury_class: unit.injuryClass,
    registered_address: unit.address,
    legal_rep_name: unit.legalRepName,
    legal_rep_id_type: 'RESIDENT_ID',
    legal_rep_personal: tools.seal({ idNumber: unit.legalRepIdNumber, phone: unit.phone }),
    legal_rep_id_masked: maskIdNumber(unit.legalRepIdNumber),
    bank_name: unit.bankName,
    bank_account_name: unit.name,
    bank_account_cipher: tools.seal(unit.accountNo),
    bank_account_masked: maskBankAccount(unit.accountNo),
    registered_on: registeredOn(unit, index),
  }))
  await bulkInsert(
    tools,
    'employer',
    {
      id: 'uuid',
      registration_no: 'text',
      credit_code: 'text',
      name: 'text',
      region: 'text',
      registered_on: 'text',
      ...particulars,
    },
    rows,
  )
  await bulkInsert(
    tools,
    'employer_particulars',
    { employer_id: 'uuid', valid_from: 'text', recorded_at: 'timestamp', ...particulars },
    rows.map((row) => ({
      ...row,
      employer_id: row.id,
      valid_from: row.registered_on,
      recorded_at: `${row.registered_on}T02:00:00Z`,
    })),
  )
}

function registeredOn({ registeredMonthsAgo, enrolments }: DemoUnit, index: number): string {
  const usual = `${2003 + (index % 20)}-0${(index % 9) + 1}-15`
  return registeredMonthsAgo === undefined ? usual : (enrolments[0]?.hireDate ?? usual)
}

/** Everybody in the register files online; what was withdrawn since is played on top. */
async function seedOnlineFilings(tools: SeedTools): Promise<void> {
  await tools.query(
    {
      text: `INSERT INTO online_filing (employer_id, valid_from, source, recorded_at)
        SELECT id, registered_on, 'REGISTER', registered_on::timestamp FROM employer`,
    },
    [],
  )
}

async function seedPeople(tools: SeedTools, units: readonly DemoUnit[], today: string): Promise<void> {
  // Once each, however many employers a person has had.
  const enrolled = units.flatMap((unit) => unit.enrolments.map(({ person }) => [person.id, person] as const))
  const people = [...new Map(enrolled).values()]
  await bulkInsert(
    tools,
    'individual',
    {
      id: 'uuid',
      id_type: 'text',
      id_hash: 'bytea',
      id_masked: 'text',
      name_masked: 'text',
      personal: 'bytea',
      sex: 'text',
      birth_date: 'text',
    },
    people.map((person) => ({
      id: person.id,
      id_type: person.idType,
      id_hash: tools.lookupHash('person-id', person.idNumber),
      id_masked: maskIdNumber(person.idNumber),
      name_masked: maskName(person.name),
      personal: tools.seal({ name: person.name, idNumber: person.idNumber, mobile: person.mobile }),
      sex: person.sex,
      birth_date: person.birthDate,
    })),
  )
  const random = seededRandom(7)
  await bulkInsert(
    tools,
    'card',
    {
      id: 'uuid',
      individual_id: 'uuid',
      number_hash: 'bytea',
      number_cipher: 'bytea',
      number_masked: 'text',
      bank_name: 'text',
      status: 'text',
      bank_status: 'text',
      applied_on: 'text',
      ready_on: 'text',
      issued_on: 'text',
      activated_on: 'text',
      lost_until: 'timestamp',
    },
    people.map((person) => ({
      id: makeUuid(random),
      individual_id: person.id,
      number_hash: tools.lookupHash('card-number', person.cardNumber),
      number_cipher: tools.seal(person.cardNumber),
      number_masked: maskCardNumber(person.cardNumber),
      bank_name: '示范银行',
      status: person.cardStatus,
      ...datesOfCard(person.cardStatus, today),
    })),
  )
}
