import type { Platform } from '../../../platform/platform.ts'
import { findIndividual, listInsuredStretches } from '../../register/individual/index.ts'
import type { CallerProof } from './hotline-codes.ts'

/** As two people may write the same name: width, blanks, points and capitals do not count. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s·・‧•.()-]/g, '')
    .toLowerCase()
/** So much of an employer's name has to be said. */
const shortestPart = 4

/** What of it is right, or nothing where anything is wrong: one wrong answer is never made good by another. */
export async function proofsFor(
  platform: Platform,
  individualId: string,
  said: { name: string; employer: string },
): Promise<CallerProof[] | undefined> {
  const person = await findIndividual(platform, individualId)
  if (!person) return undefined
  const { name } = platform.vault.open<{ name: string }>(person.personal)
  if (plain(name) !== plain(said.name)) return undefined
  const employer = plain(said.employer)
  if (employer === '') return ['NAME']
  const stretches = await listInsuredStretches(platform, individualId)
  const named = stretches.map(({ employerName }) => plain(employerName))
  const right = named.some((one) => one === employer || (employer.length >= shortestPart && one.includes(employer)))
  return right ? ['NAME', 'EMPLOYER'] : undefined
}
