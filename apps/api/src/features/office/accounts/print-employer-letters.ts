import { civilDateAt } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { requireOwnDistrictOfAll } from '../../../case/require-own-district.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getLetterhead } from '../letter/index.ts'
import type { Letter } from '../letter/index.ts'
import { issueLinks, linkAddress } from '../one-time-code/index.ts'
import type { IssuedLink, LinkPurpose } from '../one-time-code/index.ts'
import { insertClerkAccounts } from '../session/index.ts'
import { traceAccount } from './change-account.ts'
import { employerLetter } from './employer-letter.ts'
import { lockEmployerAccounts } from './employer-account.repository.ts'
import type { EmployerAccountRow } from './employer-account.repository.ts'

/** As many as are typeset in a moment and folded in a morning [PD]. */
export const lettersAtOnce = 50
const permission = 'employer-account:letter'

/**
 * A letter for each employer to its registered address, with a one-time code by which its clerk sets a password: the first one, or
 * another because it was lost. Made again it holds another code, and the one before opens nothing any more.
 */
export async function printEmployerLetters(
  platform: Platform,
  origin: string,
  asker: Viewer | undefined,
  employerIds: readonly string[],
): Promise<Letter[]> {
  const actor = requireMay(asker, permission)
  const wanted = [...new Set(employerIds)]
  if (wanted.length === 0 || wanted.length > lettersAtOnce)
    throw badInput('employerIds', `1 to ${lettersAtOnce} employers are needed.`)
  if (!wanted.every(isUuid)) throw notFound('employer')
  return platform.database.transaction(async () => {
    const employers = await lockEmployerAccounts(platform, actor.officeId, wanted)
    if (employers.length !== wanted.length) throw notFound('employer')
    await requireOwnDistrictOfAll(platform, actor, wanted)
    const accountOf = await openAccounts(platform, employers)
    const addressed = employers.map((employer) => ({
      employer,
      accountId: accountOf(employer),
      purpose: employer.opened ? ('CLERK_PASSWORD_RESET' as const) : ('CLERK_ACTIVATION' as const),
    }))
    const links = await issueLinks(platform, addressed, actor.accountId)
    const office = await getLetterhead(platform, actor.officeId)
    const letters: Letter[] = []
    for (const { employer, accountId, purpose } of addressed) {
      const link = links.get(accountId)
      if (!link) throw new Error('An employer was left without a link.')
      await trace(platform, { actor, origin }, accountId, { purpose, link })
      letters.push(
        employerLetter({
          office,
          employer,
          purpose,
          link,
          today: platform.clock.today(),
          address: linkAddress(platform),
        }),
      )
    }
    return letters
  })
}

/** One account a clerk, made with the first letter. */
async function openAccounts(
  platform: Platform,
  employers: readonly EmployerAccountRow[],
): Promise<(employer: EmployerAccountRow) => string> {
  const made = await insertClerkAccounts(
    platform,
    employers.filter(({ accountId }) => accountId === null),
  )
  return ({ id, accountId }) => {
    const known = accountId ?? made.get(id)
    if (!known) throw new Error('An employer was left without an account.')
    return known
  }
}

function trace(
  platform: Platform,
  { actor, origin }: { actor: StaffMember; origin: string },
  accountId: string,
  { purpose, link }: { purpose: LinkPurpose; link: IssuedLink },
): Promise<void> {
  const change = { codeId: link.id, purpose, validUntil: civilDateAt(link.expiresAt) }
  return traceAccount(platform, { actor, origin, permission }, accountId, { action: 'ONE_TIME_LINK_ISSUED', change })
}
