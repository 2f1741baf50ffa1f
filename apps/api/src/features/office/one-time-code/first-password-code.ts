import { timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../../platform/platform.ts'
import { drawCode, groupCode, readCode } from './draw-code.ts'
import { forgiveCodeTries, insertCode, revokeCodes, takeCodeTry } from './one-time-code.repository.ts'

// The initial card password is known to whoever knows the identity number, every employer's clerk among them. What it opens is a
// second factor that an employer cannot have (domain specification, section 8): a code that the office hands to the person.

const purpose = 'INSURED_FIRST_PASSWORD'
/** Typed by hand, by elderly people too: 29^8 codes and five tries each. */
const length = 8
export const codeTries = 5
/** A letter may lie a week before it is opened [PD]. */
const validMs = 30 * 86_400_000

function hashFor({ vault }: Platform, individualId: string, code: string): Uint8Array<ArrayBuffer> {
  return vault.lookupHash('one-time-code', `${purpose}:${individualId}:${code}`)
}

export interface PrintableCode {
  id: string
  /** In clear, this once. */
  code: string
  expiresAt: Date
}

/** A new code for the person; one that was made before opens nothing any more. Belongs inside a transaction. */
export async function issueFirstPasswordCode(
  platform: Platform,
  individualId: string,
  issuedBy: string,
): Promise<PrintableCode> {
  const subject = { individualId }
  await revokeCodes(platform, subject, [purpose])
  const code = drawCode(length)
  const expiresAt = new Date(platform.clock.now().getTime() + validMs)
  const codeHash = hashFor(platform, individualId, code)
  const issued = await insertCode(platform, { purpose, subject, codeHash, issuedBy, expiresAt })
  return { ...issued, code: groupCode(code) }
}

/** The id of the person's open code when this is it. A wrong one counts; after five the code opens nothing any more. */
export async function checkFirstPasswordCode(
  platform: Platform,
  individualId: string,
  typed: string,
): Promise<string | undefined> {
  const open = await takeCodeTry(platform, { purpose, individualId, tries: codeTries })
  if (!open || !timingSafeEqual(open.codeHash, hashFor(platform, individualId, readCode(typed)))) return undefined
  await forgiveCodeTries(platform, open.id)
  return open.id
}
