import { randomInt } from 'node:crypto'
import { checkPersonName, readStaffNumber } from '@shebao/identifiers'
import type { StaffRole } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { passwordHashing } from './password-hashing.ts'
import { insertFirstAccount } from './first-administrator.repository.ts'

/** The head answers for the office, and makes its other accounts. */
const roles: readonly StaffRole[] = ['HEAD', 'ADMINISTRATOR']

export interface FirstAdministrator {
  staffNo: string
  displayName: string
}

export type AdministratorProblem = 'MISSING' | 'NO_STAFF_NUMBER' | 'NO_NAME'

type Checked = { value: string } | { problem: AdministratorProblem }

export function checkStaffNumber(input: string): Checked {
  if (input.trim() === '') return { problem: 'MISSING' }
  const value = readStaffNumber(input)
  return value === undefined ? { problem: 'NO_STAFF_NUMBER' } : { value }
}

export function checkStaffName(input: string): Checked {
  if (input.trim() === '') return { problem: 'MISSING' }
  const name = checkPersonName(input)
  return name.ok ? { value: name.value } : { problem: 'NO_NAME' }
}

/** Hashed before the transaction that needs it: it takes long, and nothing else can be written meanwhile. */
export async function drawInitialPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = Array.from({ length: groups }, drawGroup).join('-')
  return { password, passwordHash: await passwordHashing.hash(password) }
}

/** Without what is read as something else; 75 bits in all. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const groups = 3
const drawGroup = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join('')

/**
 * An ordinary account of staff, made by whoever set the server up, within the transaction that makes the office. The initial
 * password is told once and opens nothing but the choice of another one.
 */
export async function createFirstAdministrator(
  platform: Platform,
  origin: string,
  officeId: string,
  administrator: FirstAdministrator,
  passwordHash: string,
): Promise<void> {
  const accountId = await insertFirstAccount(platform, { ...administrator, officeId, roles, passwordHash })
  await platform.audit.record({
    actorKind: 'SYSTEM',
    origin,
    action: 'FIRST_ADMINISTRATOR_CREATED',
    recordType: 'Account',
    recordId: accountId,
    change: { roles: roles.join(' ') },
  })
}
